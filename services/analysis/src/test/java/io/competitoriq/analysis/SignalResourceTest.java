package io.competitoriq.analysis;

import static io.competitoriq.analysis.Changes.added;
import static io.competitoriq.analysis.Changes.proRaised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.competitoriq.analysis.signal.SignalDraft;
import io.competitoriq.analysis.signal.Signals;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.RaiseSignal;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Without any language model: the laptop's default.
@QuarkusTest
@WithEmbeddedServers("analysis")
class SignalResourceTest {

  private static final String PROBLEM = "application/problem+json";

  private final UUID workspace = UUID.randomUUID();
  private final Service service;
  private final Signals signals;
  private final WorkspaceTransactions transactions;

  SignalResourceTest(Service service, Signals signals, WorkspaceTransactions transactions) {
    this.service = service;
    this.signals = signals;
    this.transactions = transactions;
  }

  @Test
  void confirmedChangeIsAVisibleSignalScoredByRules() {
    // Given
    RaiseSignal change = proRaised("Pricing");
    // When
    JsonPath signal = service.raise(workspace, change);
    // Then
    assertThat(signal.getString("headline"))
        .isEqualTo("Pro raised from $49 to $59 per month (+20.4 %)");
    assertThat(signal.getString("category")).isEqualTo("PRICING");
    assertThat(signal.getString("severity")).isEqualTo("CRITICAL");
    assertThat(signal.getList("reasons")).hasSize(4);
    assertThat(signal.getString("triage")).isEqualTo("NEW");
    assertThat(signal.getString("occurredAt")).isEqualTo("2026-11-20T08:00:00Z");
    assertThat(signal.getString("facts[0].after.text")).isEqualTo("$59");
    assertThat(signal.getList("evidence.quote"))
        .containsExactly("Pro $49 per seat and month", "Pro $59 per seat and month");
  }

  @Test
  void withoutAModelTheAssessmentIsSkippedAndSaysWhy() {
    // When
    JsonPath signal = service.raise(workspace, proRaised("Pricing"));
    // Then
    assertThat(signal.getString("assessment.state")).isEqualTo("SKIPPED");
    assertThat(signal.getString("assessment.reason")).contains("CIQ_ANALYSIS_MODEL_BASE_URL");
    assertThat(signal.getBoolean("scored")).isFalse();
    service
        .as(workspace, "viewer")
        .get("/model")
        .then()
        .statusCode(200)
        .body("configured", equalTo(false))
        .body("reason", containsString("CIQ_ANALYSIS_MODEL_NAME"));
  }

  @Test
  void changeDeliveredTwiceLeavesOneSignal() {
    // Given
    RaiseSignal change = proRaised("Pricing");
    service.raise(workspace, change);
    // When
    service.enqueue(workspace, change);
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> finishedJobs(change) == 2);
    // Then
    assertThat(list("").extract().jsonPath().getList("items")).hasSize(1);
    assertThat(TestDatabase.queryLong("select count(*) from analysis.evidence" + ofWorkspace()))
        .isEqualTo(2);
    assertThat(TestDatabase.queryLong("select count(*) from analysis.assessment" + ofWorkspace()))
        .isEqualTo(1);
  }

  @Test
  void manyWorkersAtOnceLeaveOneSignal() {
    // Given
    SignalDraft draft = SignalDraft.of(proRaised("Pricing"));
    Uni<String> raise =
        transactions
            .in(workspace, tx -> signals.raise(tx, workspace, draft))
            .map(_ -> "raised")
            .onFailure()
            .recoverWithItem(failure -> failure.toString());
    // When
    List<String> outcomes =
        Uni.join()
            .all(Collections.nCopies(6, raise))
            .andCollectFailures()
            .await()
            .atMost(Duration.ofSeconds(10));
    // Then
    assertThat(outcomes)
        .contains("raised")
        .allMatch(o -> o.equals("raised") || o.contains("signal_workspace_id_change_id_key"));
    assertThat(list("").extract().jsonPath().getList("items")).hasSize(1);
    assertThat(TestDatabase.queryLong("select count(*) from analysis.evidence" + ofWorkspace()))
        .isEqualTo(2);
  }

  @Test
  void signalsOfAnotherWorkspaceDoNotExist() {
    // Given
    String id = service.raise(workspace, proRaised("Pricing")).getString("id");
    UUID other = UUID.randomUUID();
    // When
    var response = service.as(other, "owner").get("/signals/" + id).then();
    // Then
    response
        .statusCode(404)
        .contentType(PROBLEM)
        .body("type", equalTo("urn:ciq:problem:signal-not-found"));
    service.as(other, "owner").get("/signals").then().body("items", hasSize(0));
    service
        .as(other, "owner")
        .body(Map.of("ids", List.of(id), "triage", "DONE"))
        .post("/signals/triage")
        .then()
        .statusCode(200)
        .body("updated", hasSize(0))
        .body("failed[0].problem", equalTo("urn:ciq:problem:signal-not-found"));
  }

  @Test
  void databaseRefusesToRewriteScoreAndEvidence() {
    // Given
    service.raise(workspace, proRaised("Pricing"));
    // When / Then
    for (String sql :
        List.of(
            "update signal set significance = 1",
            "delete from signal",
            "update evidence set quote = 'x'",
            "delete from evidence",
            "update model_call set model = 'x'",
            "delete from assessment")) {
      assertThatThrownBy(() -> runAsService(sql)).hasMessageContaining("permission denied");
    }
  }

  @Test
  void listIsNewestFirstAndContinuesWhereItStopped() {
    // Given
    String first = raisePost("Alpha");
    String second = raisePost("Beta");
    String third = raisePost("Gamma");
    // When
    JsonPath page = list("?limit=2").extract().jsonPath();
    JsonPath rest = list("?limit=2&cursor=" + page.getString("nextCursor")).extract().jsonPath();
    // Then
    assertThat(page.getList("items.id")).containsExactly(third, second);
    assertThat(rest.getList("items.id")).containsExactly(first);
    assertThat(rest.getString("nextCursor")).isNull();
  }

  @Test
  void filtersNarrowTheListAndItsCounts() {
    // Given
    RaiseSignal pricing = proRaised("Pricing");
    service.raise(workspace, pricing);
    String post = raisePost("Hello 100% world");
    // When / Then
    list("?category=NEWS").body("items.id", contains(post));
    list("?severity=LOW,MEDIUM").body("items.id", contains(post));
    list("?competitorId=" + pricing.competitorId()).body("items", hasSize(1));
    list("?q=WORLD%20hello").body("items.id", contains(post));
    list("?q=100%25").body("items.id", contains(post));
    list("?q=100_").body("items", hasSize(0));
    list("?triage=DONE").body("items", hasSize(0));
    list("?since=2999-01-01T00:00:00Z").body("items", hasSize(0));
    service
        .as(workspace, "viewer")
        .get("/signals/counts")
        .then()
        .statusCode(200)
        .body("triage.NEW", equalTo(2))
        .body("category.PRICING", equalTo(1))
        .body("severity.CRITICAL", equalTo(1))
        .body("competitor.'" + pricing.competitorId() + "'", equalTo(1));
    service
        .as(workspace, "viewer")
        .get("/signals/counts?category=NEWS")
        .then()
        .body("triage.NEW", equalTo(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?category=NONSENSE",
        "?severity=LOUD",
        "?triage=MAYBE",
        "?competitorId=42",
        "?since=yesterday",
        "?cursor=forged",
        "?limit=0",
        "?limit=201"
      })
  void nonsenseInAQueryIsAProblem(String query) {
    // When
    var response = service.as(workspace, "viewer").get("/signals" + query).then();
    // Then
    response.statusCode(400).contentType(PROBLEM).body("traceId.length()", equalTo(32));
  }

  @Test
  void unknownSignalIsAProblem() {
    // When / Then
    for (String id : List.of(UUID.randomUUID().toString(), "42")) {
      service
          .as(workspace, "viewer")
          .get("/signals/" + id)
          .then()
          .statusCode(404)
          .contentType(PROBLEM);
    }
  }

  private String raisePost(String title) {
    var change = Changes.of(SourceKind.BLOG, List.of(added(FactKind.POST, title)), List.of());
    return service.raise(workspace, change).getString("id");
  }

  private ValidatableResponse list(String query) {
    return service
        .as(workspace, "viewer")
        .urlEncodingEnabled(false)
        .get("/signals" + query)
        .then()
        .statusCode(200);
  }

  private long finishedJobs(RaiseSignal change) {
    return TestDatabase.queryLong(
        "select count(*) from jobs.job where kind = 'raise-signal' and state = 2"
            + " and payload ->> 'changeId' = '"
            + change.changeId()
            + "'");
  }

  private String ofWorkspace() {
    return " where workspace_id = '" + workspace + "'";
  }

  private void runAsService(String sql) {
    transactions
        .in(workspace, session -> session.createNativeQuery(sql).executeUpdate())
        .await()
        .atMost(Duration.ofSeconds(10));
  }
}
