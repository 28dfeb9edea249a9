package io.competitoriq.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    Api api =
        await().atMost(RECOVERY).ignoreExceptions().until(() -> Api.signedIn(stack), a -> true);
    Api.market(stack, "/steps/next");
    List<JsonNode> sources = api.all("/sources");
    sources.forEach(s -> api.post("/sources/" + s.get("id").asText() + "/visits", Map.of()));
  }

  private void settled() {
    await()
        .atMost(RECOVERY)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(Api.signedIn(stack).get("/signals").has("items")).isTrue());
    Ledger.awaitIdle(stack, RECOVERY);
  }
}
