package io.competitoriq.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.competitoriq.messages.RaiseSignal;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.testkit.TestTokens;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Snoozed, muted, assigned, talked about, taken back.
@QuarkusTest
@WithEmbeddedServers("analysis")
class TriageActsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final UUID workspace = UUID.randomUUID();
  private final UUID competitor = UUID.randomUUID();
  private final UUID source = UUID.randomUUID();
  private final Service service;

  TriageActsTest(Service service) {
    this.service = service;
  }

  @Test
  void snoozedUntilADateComesBackThen() {
    // Given
    String id = raise(4900, 5900);
    // When
    decide(id, "SNOOZED", "{\"kind\":\"DATE\",\"at\":\"" + Instant.now().plusSeconds(2) + "\"}")
        .statusCode(200)
        .body("triage", equalTo("SNOOZED"))
        .body("until.kind", equalTo("DATE"));
    // Then
    await()
        .atMost(PATIENCE)
        .until(() -> "NEW".equals(service.get(workspace, id).getString("triage")));
    assertThat(service.get(workspace, id).getString("until")).isNull();
  }

  @Test
  void snoozedUntilTheNextPriceMoveIgnoresOtherNews() {
    // Given
    String id = raise(4900, 5900);
    decide(id, "SNOOZED", "{\"kind\":\"PRICE_MOVE\"}").statusCode(200);
    // When
    service.raise(workspace, news());
    assertThat(service.get(workspace, id).getString("triage")).isEqualTo("SNOOZED");
    raise(5900, 6000);
    // Then
    assertThat(service.get(workspace, id).getString("triage")).isEqualTo("NEW");
  }

  @Test
  void snoozedUntilABiggerMoveSleepsThroughSmallOnes() {
    // Given
    String id = raise(4900, 5900);
    decide(id, "SNOOZED", "{\"kind\":\"BIGGER_THAN\",\"percent\":10}").statusCode(200);
    // When
    raise(10000, 10500);
    assertThat(service.get(workspace, id).getString("triage")).isEqualTo("SNOOZED");
    raise(10000, 8900);
    // Then
    assertThat(service.get(workspace, id).getString("triage")).isEqualTo("NEW");
  }

  @Test
  void whatFollowsAMutedSignalFromItsSourceArrivesMutedUntilTheMuteIsLifted() {
    // Given
    String id = raise(4900, 5900);
    decide(id, "MUTED", "null").statusCode(200);
    // When
    String muted = raise(5900, 6900);
    decide(id, "DONE", "null").statusCode(200);
    String loud = raise(6900, 7900);
    // Then
    assertThat(service.get(workspace, muted).getString("triage")).isEqualTo("MUTED");
    assertThat(service.get(workspace, muted).getString("mutedBy")).isEqualTo(id);
    assertThat(service.get(workspace, loud).getString("triage")).isEqualTo("NEW");
  }

  @Test
  void muteUntilABiggerMoveLetsThatThrough() {
    // Given
    String id = raise(4900, 5900);
    decide(id, "MUTED", "{\"kind\":\"BIGGER_THAN\",\"percent\":10}").statusCode(200);
    // When
    String small = raise(10000, 10500);
    String big = raise(10500, 13000);
    // Then
    assertThat(service.get(workspace, small).getString("triage")).isEqualTo("MUTED");
    assertThat(service.get(workspace, big).getString("triage")).isEqualTo("NEW");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"triage\":\"SNOOZED\"}",
        "{\"triage\":\"DONE\",\"until\":{\"kind\":\"PRICE_MOVE\"}}",
        "{\"triage\":\"SNOOZED\",\"until\":{\"kind\":\"DATE\",\"at\":\"2020-01-01T00:00:00Z\"}}",
        "{\"triage\":\"SNOOZED\",\"until\":{\"kind\":\"DATE\"}}",
        "{\"triage\":\"SNOOZED\",\"until\":{\"kind\":\"BIGGER_THAN\",\"percent\":0}}",
        "{\"triage\":\"SNOOZED\",\"until\":{\"kind\":\"PRICE_MOVE\",\"percent\":5}}",
        "{\"triage\":\"SNOOZED\",\"until\":{}}"
      })
  void untilThatMakesNoSenseIsAProblem(String body) {
    // Given
    String id = raise(4900, 5900);
    // When
    var response = service.as(workspace, "analyst").body(body).patch("/signals/" + id).then();
    // Then
    response.statusCode(400).body("type", equalTo("urn:ciq:problem:until-invalid"));
  }

  @Test
  void batchCanBeTakenBackOnceByWhoDidIt() {
    // Given
    UUID member = UUID.randomUUID();
    String one = raise(4900, 5900);
    String two = raise(5900, 6900);
    decide(two, "SAVED", "null");
    String token =
        as(member)
            .body(Map.of("ids", List.of(one, two), "triage", "DONE"))
            .post("/signals/triage")
            .then()
            .statusCode(200)
            .extract()
            .path("undoToken");
    // When
    var another = undo(UUID.randomUUID(), token);
    var own = undo(member, token);
    // Then
    another.statusCode(410);
    own.statusCode(200).body("updated", hasSize(2));
    assertThat(service.get(workspace, one).getString("triage")).isEqualTo("NEW");
    assertThat(service.get(workspace, two).getString("triage")).isEqualTo("SAVED");
    undo(member, token).statusCode(410).body("type", equalTo("urn:ciq:problem:undo-gone"));
  }

  @Test
  void undoLeavesAloneWhatSomebodyDecidedSince() {
    // Given
    UUID member = UUID.randomUUID();
    String one = raise(4900, 5900);
    String two = raise(5900, 6900);
    String token =
        as(member)
            .body(Map.of("ids", List.of(one, two), "triage", "DONE"))
            .post("/signals/triage")
            .then()
            .extract()
            .path("undoToken");
    decide(two, "SAVED", "null");
    // When
    var undone = undo(member, token);
    // Then
    undone.statusCode(200).body("updated", contains(one)).body("failed.id", contains(two));
    assertThat(service.get(workspace, two).getString("triage")).isEqualTo("SAVED");
  }

  @Test
  void assignedSignalsAreFoundByTheirMember() {
    // Given
    UUID member = UUID.randomUUID();
    String one = raise(4900, 5900);
    raise(5900, 6900);
    // When
    as(UUID.randomUUID())
        .body(Map.of("ids", List.of(one), "memberId", member))
        .post("/signals/assign")
        .then()
        .statusCode(200);
    // Then
    as(member).get("/signals?assignee=me").then().body("items.id", contains(one));
    as(member).get("/signals?assignee=none").then().body("items", hasSize(1));
    service
        .as(workspace, "analyst")
        .body("{\"memberId\":null}")
        .put("/signals/" + one + "/assignee")
        .then()
        .statusCode(200)
        .body("assignee", nullValue());
  }

  @Test
  void commentsNameMembersAndOnlyTheirAuthorTakesThemBack() {
    // Given
    UUID author = UUID.randomUUID();
    UUID named = UUID.randomUUID();
    String id = raise(4900, 5900);
    String comment =
        as(author)
            .body(Map.of("body", " Have a look @Mia ", "mentions", List.of(named)))
            .post("/signals/" + id + "/comments")
            .then()
            .statusCode(201)
            .body("body", equalTo("Have a look @Mia"))
            .extract()
            .path("id");
    // When
    var stranger = as(named).delete("/signals/" + id + "/comments/" + comment);
    // Then
    stranger.then().statusCode(403);
    as(named).get("/signals?mentioned=me").then().body("items.id", contains(id));
    assertThat(service.get(workspace, id).getInt("comments")).isEqualTo(1);
    as(author).delete("/signals/" + id + "/comments/" + comment).then().statusCode(204);
    as(author).get("/signals/" + id + "/comments").then().body("$", hasSize(0));
    as(named).get("/signals?mentioned=me").then().body("items", hasSize(0));
    as(author)
        .body(Map.of("body", "x"))
        .post("/signals/" + UUID.randomUUID() + "/comments")
        .then()
        .statusCode(404);
  }

  private ValidatableResponse decide(String id, String triage, String until) {
    return service
        .as(workspace, "analyst")
        .body("{\"triage\":\"" + triage + "\",\"until\":" + until + "}")
        .patch("/signals/" + id)
        .then();
  }

  private ValidatableResponse undo(UUID member, String token) {
    return as(member).body(Map.of("token", token)).post("/signals/undo").then();
  }

  private io.restassured.specification.RequestSpecification as(UUID member) {
    return io.restassured.RestAssured.given()
        .header("Authorization", TestTokens.bearer(workspace, member, "analyst"))
        .contentType("application/json");
  }

  private String raise(long before, long after) {
    return service
        .raise(
            workspace,
            change(
                SourceKind.PRICING,
                List.of(Changes.price("Pro", Changes.usd(before), Changes.usd(after)))))
        .getString("id");
  }

  private RaiseSignal news() {
    return change(
        SourceKind.BLOG,
        List.of(Changes.added(io.competitoriq.messages.FactKind.POST, "We moved to Hamburg")));
  }

  private RaiseSignal change(SourceKind kind, List<io.competitoriq.messages.FactChange> facts) {
    return new RaiseSignal(
        competitor,
        kind == SourceKind.PRICING ? source : UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        URI.create("https://brightdesk.example/" + kind),
        kind,
        "Page",
        Changes.SEEN,
        facts,
        List.of());
  }
}
