package io.competitoriq.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
    Api api = signedInOnceAllAnswer();
    visitEverything(api);

    killed.destroyForcibly();
    await()
        .atMost(RECOVERY)
        .ignoreExceptions()
        .until(() -> stack.service(service).pid() != killed.pid());
    settled(api);

    Ledger.requireNothingLostOrDoubled(stack);
  }

  @Test
  void anEmptiedRedisLosesAndDoublesNothing() {
    long before = stack.count("select count(*) from crawl.visit");
    Api api = signedInOnceAllAnswer();
    visitEverything(api);

    stack.emptyRedis();
    settled(api);

    assertThat(stack.count("select count(*) from crawl.visit")).isGreaterThan(before);
    Ledger.requireNothingLostOrDoubled(stack);
  }

  private void visitEverything(Api api) {
    Api.market(stack, "/steps/next");
    List<JsonNode> sources = api.all("/sources");
    sources.forEach(s -> api.post("/sources/" + s.get("id").asText() + "/visits", Map.of()));
  }

  /// The fault before this one may still be healing: an edit is sent only to a service that
  /// answers. Signs in once: checking a password is slow on purpose, and would slow what heals.
  private Api signedInOnceAllAnswer() {
    Api api =
        await()
            .atMost(RECOVERY)
            .ignoreExceptions()
            .until(() -> Api.signedIn(stack), Objects::nonNull);
    answers(api, "/sources", "/visits", "/changes", "/signals");
    return api;
  }

  /// The session outlives the fault, and a new one can be had.
  private void settled(Api api) {
    answers(api, "/signals");
    answers(Api.signedIn(stack), "/signals");
    Ledger.awaitIdle(stack, RECOVERY);
  }

  private static void answers(Api api, String... lists) {
    await()
        .atMost(RECOVERY)
        .ignoreExceptions()
        .until(() -> Stream.of(lists).allMatch(list -> api.get(list).has("items")));
  }
}
