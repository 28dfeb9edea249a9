package io.competitoriq.analysis;

import static io.competitoriq.analysis.Changes.proRaised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import io.competitoriq.analysis.batch.BatchSweep;
import io.competitoriq.flags.Flag;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Signals assessed anew in batches of a provider that speaks the real protocol.
@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(BatchProvider.class)
class AssessmentBatchTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Set<String> OVER = Set.of("DONE", "EXPIRED", "CANCELLED", "FAILED");

  /// 900 tokens in and 120 out at half of the price.
  private static final int HALF_PRICE = 1050;

  private final UUID workspace = UUID.randomUUID();
  private final Service service;
  private final BatchSweep sweep;

  AssessmentBatchTest(Service service, BatchSweep sweep) {
    this.service = service;
    this.sweep = sweep;
  }

  @Test
  void answersInAnyOrderGoThroughTheSameChecksAtHalfThePrice() {
    // Given
    List<String> signals =
        raised("batch=fine 1", "batch=fine 2 line=lies", "batch=fine 3 line=refused");
    long spentBefore = spent();
    // When
    JsonPath batch = over(order(signals));
    // Then
    assertThat(batch.getString("state")).isEqualTo("DONE");
    assertThat(batch.getInt("settled")).isEqualTo(3);
    assertThat(batch.getInt("answered")).isEqualTo(1);
    assertThat(batch.getInt("costMicros")).isEqualTo(2 * HALF_PRICE);
    JsonPath good = service.get(workspace, signals.getFirst());
    assertThat(good.getString("assessment.state")).isEqualTo("DONE");
    assertThat(good.getList("assessment.claims")).hasSize(1);
    assertThat(service.get(workspace, signals.get(1)).getString("assessment.failure"))
        .isEqualTo("UNSUPPORTED");
    assertThat(service.get(workspace, signals.get(2)).getString("assessment.reason"))
        .contains("could not be executed");
    assertThat(spent() - spentBefore).isEqualTo(2 * HALF_PRICE);
    assertThat(reserved()).isZero();
  }

  @Test
  void estimateComesBeforeAndSetsNothingAside() {
    raised("batch=fine 1", "batch=fine 2");

    service
        .as(workspace, "admin")
        .body(Map.of("which", "MISSING", "days", 30))
        .post("/ai/batches/estimate")
        .then()
        .statusCode(200)
        .body("signals", equalTo(2))
        .body("more", equalTo(0))
        .body("priced", equalTo(true))
        .body("mostMicros", greaterThan(40_000));
    assertThat(reserved()).isZero();
    service
        .as(workspace, "analyst")
        .body(Map.of("which", "ALL", "days", 30))
        .post("/ai/batches/estimate")
        .then()
        .statusCode(403);
  }

  @Test
  void expiredBatchGivesWhatItHasAndSaysWhatIsMissing() {
    // Given
    List<String> signals = raised("batch=expires 1", "batch=expires 2");
    // When
    JsonPath batch = over(order(signals));
    // Then
    assertThat(batch.getString("state")).isEqualTo("EXPIRED");
    assertThat(batch.getInt("settled")).isEqualTo(2);
    assertThat(batch.getInt("answered")).isEqualTo(1);
    assertThat(reserved()).isZero();
  }

  @Test
  void cancelledBatchKeepsWhatWasAnsweredByThen() {
    // Given
    List<String> signals = raised("batch=endless 1", "batch=endless 2");
    String id = order(signals);
    await().atMost(PATIENCE).until(() -> batch(id).getString("state"), "SUBMITTED"::equals);
    assertThat(reserved()).isPositive();
    // When
    service.as(workspace, "admin").post("/ai/batches/" + id + "/cancel").then().statusCode(200);
    JsonPath batch = over(id);
    // Then
    assertThat(batch.getString("state")).isEqualTo("CANCELLED");
    assertThat(batch.getInt("answered")).isEqualTo(1);
    assertThat(batch.getInt("settled")).isEqualTo(2);
    assertThat(reserved()).isZero();
    service.as(workspace, "admin").post("/ai/batches/" + id + "/cancel").then().statusCode(409);
  }

  @Test
  void switchedOffNoBatchIsOrderedOrLookedAfterUntilTheFlagIsBack() {
    // Given
    List<String> signals = raised("batch=endless 1");
    String id = order(signals);
    await().atMost(PATIENCE).until(() -> batch(id).getString("state"), "SUBMITTED"::equals);
    // When
    service.flip(Flag.MODEL, false);
    try {
      service.as(workspace, "admin").post("/ai/batches/" + id + "/cancel").then().statusCode(200);
      // Then
      await().atMost(PATIENCE).until(this::sleeps);
      assertThat(batch(id).getString("state")).isEqualTo("CANCELLING");
      tryOrder(signals).then().statusCode(422).body("detail", containsString("model.enabled"));
    } finally {
      service.flip(Flag.MODEL, true);
    }
    assertThat(over(id).getString("state")).isEqualTo("CANCELLED");
  }

  private boolean sleeps() {
    return TestDatabase.queryLong(
            "select count(*) from jobs.job where state = 0 and error like '%model.enabled%' and"
                + " workspace_id = '"
                + workspace
                + "'")
        == 1;
  }

  @Test
  void failedBatchSaysWhatTheProviderSaid() {
    JsonPath batch = over(order(raised("batch=fails 1")));

    assertThat(batch.getString("state")).isEqualTo("FAILED");
    assertThat(batch.getString("reason")).contains("Too many lines.");
    assertThat(batch.getInt("costMicros")).isZero();
    assertThat(reserved()).isZero();
  }

  @Test
  void workerThatDiedBeforeItSawTheBatchTakesItUpAgain() {
    // Given
    String id = order(raised("batch=endless 1"));
    await().atMost(PATIENCE).until(() -> batch(id).getString("state"), "SUBMITTED"::equals);
    String first = providerBatch(id);
    // When
    TestDatabase.execute(
        "update analysis.assessment_batch set state = 'PREPARED', provider_batch = null"
            + " where id = '"
            + id
            + "'");
    await().atMost(PATIENCE).until(() -> batch(id).getString("state"), "SUBMITTED"::equals);
    // Then
    assertThat(providerBatch(id)).isEqualTo(first);
    service.as(workspace, "admin").post("/ai/batches/" + id + "/cancel");
    over(id);
  }

  @Test
  void batchNobodyLooksAfterEndsAndGivesItsMoneyBack() {
    // Given
    String id = order(raised("batch=endless 1"));
    await().atMost(PATIENCE).until(() -> batch(id).getString("state"), "SUBMITTED"::equals);
    TestDatabase.execute(
        "update analysis.assessment_batch set created_at = now() - interval '32 hours'"
            + " where id = '"
            + id
            + "'");
    // When
    sweep.now();
    // Then
    assertThat(batch(id).getString("state")).isIn("FAILED", "CANCELLED");
    assertThat(reserved()).isZero();
  }

  @Test
  void batchBeyondTheBudgetIsNotOrderedAndAssessmentsThatStandAreNotLost() {
    // Given
    List<String> signals = raised("batch=fine 1");
    over(order(signals));
    budget(1);
    // When
    Response refused = tryOrder(signals);
    // Then
    refused.then().statusCode(422).body("detail", containsString("budget"));
    assertThat(service.get(workspace, signals.getFirst()).getString("assessment.state"))
        .isEqualTo("DONE");
    // Known answers cost nothing, but the money for unknown ones is set aside first.
    budget(50_000_000);
    JsonPath again = over(order(signals));
    assertThat(again.getInt("costMicros")).isZero();
    assertThat(again.getInt("answered")).isEqualTo(1);
    service
        .as(UUID.randomUUID(), "admin")
        .get("/ai/batches")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }

  private List<String> raised(String... titles) {
    List<String> signals =
        Arrays.stream(titles)
            .map(title -> service.raise(workspace, proRaised(title)).getString("id"))
            .toList();
    signals.forEach(id -> service.assessed(workspace, id));
    return signals;
  }

  private String order(List<String> signals) {
    return tryOrder(signals).then().statusCode(202).extract().path("id");
  }

  private Response tryOrder(List<String> signals) {
    return service.as(workspace, "admin").body(Map.of("signalIds", signals)).post("/ai/batches");
  }

  private JsonPath over(String id) {
    return await()
        .atMost(PATIENCE)
        .until(() -> batch(id), found -> OVER.contains(found.getString("state")));
  }

  private JsonPath batch(String id) {
    return service
        .as(workspace, "admin")
        .get("/ai/batches/" + id)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private void budget(long micros) {
    Map<String, Object> account =
        Map.of("account", "WORKSPACE", "dayMicros", micros, "monthMicros", micros);
    service
        .as(workspace, "admin")
        .body(Map.of("accounts", List.of(account)))
        .put("/ai/budgets")
        .then()
        .statusCode(200);
  }

  private static String providerBatch(String id) {
    return String.valueOf(
        TestDatabase.queryOne(
            "select provider_batch from analysis.assessment_batch where id = '" + id + "'"));
  }

  private long spent() {
    return sum("spent_micros");
  }

  private long reserved() {
    return sum("reserved_micros");
  }

  private long sum(String column) {
    return TestDatabase.queryLong(
        "select coalesce(sum("
            + column
            + "), 0)::bigint from analysis.model_spend where period = 'DAY'"
            + " and account = 'WORKSPACE' and workspace_id = '"
            + workspace
            + "'");
  }
}
