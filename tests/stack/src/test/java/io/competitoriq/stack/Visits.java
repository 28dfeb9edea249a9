package io.competitoriq.stack;

import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Visits a person asks for.
final class Visits {

  private static final Duration PATIENCE = Duration.ofSeconds(150);

  private Visits() {}

  /// Asks for a visit of each source and waits until each has had one more than before.
  static void ofEach(List<JsonNode> sources, Stack stack, Api api) {
    String ids =
        sources.stream().map(source -> "'" + source.get("id").asText() + "'").collect(joining(","));
    String visits = "select count(*) from crawl.visit where source_id in (" + ids + ")";
    long before = stack.count(visits);
    sources.forEach(s -> api.post("/sources/" + s.get("id").asText() + "/visits", Map.of()));
    await().atMost(PATIENCE).until(() -> stack.count(visits) >= before + sources.size());
  }
}
