package io.competitoriq.local.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApifyStandInTest {

  private static final String RUNS = "/v2/actors/apify~facebook-posts-scraper/runs";
  private static final String INPUT =
      "{\"startUrls\":[{\"url\":\"https://www.facebook.com/helpnest.localhost\"}],\"resultsLimit\":10}";
  private static final BigDecimal TWO_RUNS = new BigDecimal("0.025");

  private final MovedClock clock = new MovedClock();
  private final MarketState state = new MarketState(Script.bundled(), clock, null, true);
  private final RandomGenerator random = new Random(7);
  private final ApifyStandIn apify = standIn(clock);

  @Test
  void theTokenSaysWhoseAccountItIs() {
    assertThat(get("/v2/users/me").body().at("/data/username").asText()).isEqualTo("demo-market");
  }

  @ParameterizedTest
  @CsvSource({"Bearer another, user-or-token-not-found", ", token-not-provided"})
  void withoutTheDemosTokenNothingIsAnswered(String authorization, String type) {
    // When
    StandIn.Reply reply =
        apify.answer(new StandIn.Call("GET", "/v2/users/me", Map.of(), authorization, ""));
    // Then
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.body().at("/error/type").asText()).isEqualTo(type);
  }

  @Test
  void aRunTakesAMomentAndItsCostIsPreliminaryForAnother() {
    // Given
    StandIn.Reply started = start(Map.of());
    String id = started.body().at("/data/id").asText();
    // When
    clock.move(Duration.ofMillis(300));
    JsonNode ended = run(id);
    clock.move(Duration.ofMillis(150));
    JsonNode settled = run(id);
    // Then
    assertThat(started.status()).isEqualTo(201);
    assertThat(started.headers()).containsEntry("Location", "/v2/actor-runs/" + id);
    assertThat(started.body().at("/data/status").asText()).isEqualTo("RUNNING");
    assertThat(started.body().at("/data/usageTotalUsd").isMissingNode()).isTrue();
    assertThat(ended.path("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(ended.path("finishedAt").asText()).isEqualTo("2026-11-23T10:00:00.300Z");
    assertThat(ended.path("usageTotalUsd").decimalValue()).isLessThan(new BigDecimal("0.011"));
    assertThat(settled.path("usageTotalUsd").decimalValue()).isEqualByComparingTo("0.011");
    assertThat(billed()).isEqualByComparingTo("0.011");
  }

  @Test
  void aPollWaitsForTheEnd() {
    // Given
    ApifyStandIn onTime = standIn(Clock.systemUTC());
    String id = onTime.answer(call("POST", RUNS, Map.of(), INPUT)).body().at("/data/id").asText();
    // When
    StandIn.Reply polled =
        onTime.answer(call("GET", "/v2/actor-runs/" + id, Map.of("waitForFinish", "5"), ""));
    // Then
    assertThat(polled.body().at("/data/status").asText()).isEqualTo("SUCCEEDED");
  }

  @Test
  void itemsComeInPagesWithTheirTotalInHeaders() {
    // Given
    state.apply("helpnest-campaign");
    String dataset = start(Map.of()).body().at("/data/defaultDatasetId").asText();
    // When
    StandIn.Reply page =
        apify.answer(
            call(
                "GET",
                "/v2/datasets/" + dataset + "/items",
                Map.of("offset", "0", "limit", "3", "clean", "1"),
                ""));
    // Then
    assertThat(page.body()).hasSize(3);
    assertThat(page.headers())
        .containsEntry("X-Apify-Pagination-Total", "4")
        .containsEntry("X-Apify-Pagination-Count", "3");
    assertThat(page.body().at("/0/text").asText()).startsWith("Nest Answers is here");
    assertThat(page.body().at("/0/url").asText())
        .isEqualTo("https://www.facebook.com/helpnest.localhost/posts/2290040052");
    assertThat(page.body().at("/0/likes").isInt()).isTrue();
  }

  @Test
  void aRunCostsNoMoreThanItMay() {
    // When
    JsonNode limited = start(Map.of("maxTotalChargeUsd", "0.0095")).body().path("data");
    start(Map.of("maxItems", "1"));
    // Then
    clock.move(Duration.ofSeconds(1));
    assertThat(run(limited.path("id").asText()).path("usageTotalUsd").decimalValue())
        .isEqualByComparingTo("0.009");
    assertThat(billed()).isEqualByComparingTo("0.016");
  }

  @Test
  void aRunThatWasLostIsFoundByItsInput() {
    // Given
    start(Map.of());
    String last = start(Map.of()).body().at("/data/id").asText();
    // When
    JsonNode runs = get(RUNS).body().path("data");
    String store = runs.at("/items/0/defaultKeyValueStoreId").asText();
    // Then
    assertThat(runs.at("/items/0/id").asText()).isEqualTo(last);
    assertThat(runs.path("items")).hasSize(2);
    assertThat(get("/v2/key-value-stores/" + store + "/records/INPUT").body().toString())
        .isEqualTo(INPUT);
  }

  @Test
  void anAbortedRunHasEnded() {
    // Given
    String id = start(Map.of()).body().at("/data/id").asText();
    // When
    apify.answer(call("POST", "/v2/actor-runs/" + id + "/abort", Map.of(), ""));
    // Then
    assertThat(run(id).path("status").asText()).isEqualTo("ABORTED");
  }

  @Test
  void anAccountThatHasNoMoneyLeftIs402() {
    // Given
    start(Map.of());
    start(Map.of());
    // When
    StandIn.Reply third = start(Map.of());
    // Then
    assertThat(third.status()).isEqualTo(402);
    assertThat(third.body().at("/error/type").asText())
        .isEqualTo("not-enough-usage-to-run-paid-actor");
    assertThat(billed()).isEqualByComparingTo("0.022");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v2/actors/acme~unknown/runs, 404, record-not-found",
    "GET, /v2/actor-runs/unknown, 404, record-not-found",
    "POST, /v2/actor-runs/unknown/abort, 404, record-not-found",
    "GET, /v2/datasets/dunknown/items, 404, record-not-found",
    "GET, /v2/key-value-stores/kunknown/records/INPUT, 404, record-not-found",
    "GET, /v2/nothing, 404, page-not-found",
    "POST, " + RUNS + ", 400, invalid-input"
  })
  void whatIsWrongIsNamedByItsType(String method, String path, int status, String type) {
    // When
    StandIn.Reply reply = apify.answer(call(method, path, Map.of(), "{}"));
    // Then
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body().at("/error/type").asText()).isEqualTo(type);
    assertThat(reply.body().at("/error/message").asText()).isNotBlank();
  }

  @Test
  void aParameterThatIsNoNumberIs400() {
    assertThat(start(Map.of("maxItems", "many")).status()).isEqualTo(400);
    assertThat(start(Map.of("maxTotalChargeUsd", "much")).status()).isEqualTo(400);
  }

  private ApifyStandIn standIn(Clock time) {
    return new ApifyStandIn(state, time, () -> random, TWO_RUNS);
  }

  private StandIn.Reply start(Map<String, String> parameters) {
    return apify.answer(call("POST", RUNS, parameters, INPUT));
  }

  private JsonNode run(String id) {
    return get("/v2/actor-runs/" + id).body().path("data");
  }

  private BigDecimal billed() {
    return get("/v2/users/me/usage/monthly")
        .body()
        .at("/data/totalUsageCreditsUsdAfterVolumeDiscount")
        .decimalValue();
  }

  private StandIn.Reply get(String path) {
    return apify.answer(call("GET", path, Map.of(), ""));
  }

  private static StandIn.Call call(
      String method, String path, Map<String, String> parameters, String body) {
    return new StandIn.Call(method, path, parameters, "Bearer " + DemoKeys.APIFY, body);
  }
}
