package io.competitoriq.bench.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// A peer of this run.
///
/// @param name with its version
record Peer(String name, Trial trial) {

  /// What `peer_trafilatura.py` wrote.
  static Peer read(Path file) throws IOException {
    JsonNode run = new ObjectMapper().readTree(file.toFile());
    Map<String, String> texts = new LinkedHashMap<>();
    run.path("texts")
        .properties()
        .forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
    return new Peer(
        run.path("name").asText(),
        new Trial(texts, run.path("failures").asInt(), run.path("pagesPerCpuSecond").asDouble()));
  }
}
