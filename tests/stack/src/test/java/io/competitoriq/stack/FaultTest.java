package io.competitoriq.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real faults while the demo market changes: whatever is killed or emptied, nothing is lost or
/// doubled.
class FaultTest {

  private static final Duration RECOVERY = Duration.ofSeconds(90);

  private final Stack stack = Stack.running();

  @ParameterizedTest
  @ValueSource(strings = {"competitors", "crawl", "process", "analysis", "gateway"})
  void aKilledServiceComesBackAndNothingIsLostOrDoubled(String service) {
    ProcessHandle killed = stack.service(service);
    visitEverything();

    killed.destroyForcibly();
    await()
        .atMost(RECOVERY)
        .ignoreExceptions()
        .until(() -> stack.service(service).pid() != killed.pid());
    settled();

    Ledger.requireNothingLostOrDoubled(stack);
  }

  @Test
  void anEmptiedRedisLosesAndDoublesNothing() {
    long before = stack.count("select count(*) from crawl.visit");
    visitEverything();

    stack.emptyRedis();
    settled();

    assertThat(stack.count("select count(*) from crawl.visit")).isGreaterThan(before);
    Ledger.requireNothingLostOrDoubled(stack);
  }

  private void visitEverything() {
    Api api = signedInOnceAllAnswer();
    Api.market(stack, "/steps/next");
    List<JsonNode> sources = api.all("/sources");
    sources.forEach(s -> api.post("/sources/" + s.get("id").asText() + "/visits", Map.of()));
  }

  /// The fault before this one may still be healing: an edit is sent only to a service that
  /// answers.
  private Api signedInOnceAllAnswer() {
    return await()
        .atMost(RECOVERY)
        .ignoreExceptions()
        .until(
            () -> {
              Api api = Api.signedIn(stack);
              List.of("/sources", "/visits", "/changes", "/signals").forEach(api::get);
              return api;
            },
            Objects::nonNull);
  }

  private void settled() {
    await()
        .atMost(RECOVERY)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(Api.signedIn(stack).get("/signals").has("items")).isTrue());
    Ledger.awaitIdle(stack, RECOVERY);
  }
}
