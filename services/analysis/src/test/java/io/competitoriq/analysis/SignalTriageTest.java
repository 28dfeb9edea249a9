package io.competitoriq.analysis;

import static io.competitoriq.analysis.Changes.added;
import static io.competitoriq.analysis.Changes.proRaised;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithEmbeddedServers("analysis")
class SignalTriageTest {

  private static final String PROBLEM = "application/problem+json";

  private final UUID workspace = UUID.randomUUID();
  private final Service service;

  SignalTriageTest(Service service) {
    this.service = service;
  }

  @Test
  void decisionIsKeptAndHasAVersion() {
    // Given
    String id = service.raise(workspace, proRaised("Pricing")).getString("id");
    // When
    var response = decide(id, "{\"triage\":\"SAVED\"}", "\"0\"");
    // Then
    response.statusCode(200).header("ETag", "\"1\"").body("triage", equalTo("SAVED"));
    decide(id, "{\"triage\":\"DONE\"}", "\"0\"")
        .statusCode(412)
        .contentType(PROBLEM)
        .body("type", equalTo("urn:ciq:problem:version-changed"));
    assertThat(service.get(workspace, id).getString("triage")).isEqualTo("SAVED");
    assertThat(service.get(workspace, id).getInt("significance")).isEqualTo(95);
  }

  @Test
  void sameDecisionAgainChangesNothing() {
    // Given
    String id = service.raise(workspace, proRaised("Pricing")).getString("id");
    service
        .as(workspace, "analyst")
        .body("{\"triage\":\"DONE\"}")
        .patch("/signals/" + id)
        .then()
        .statusCode(200)
        .body("version", equalTo(1));
    // When
    var response =
        service.as(workspace, "analyst").body("{\"triage\":\"DONE\"}").patch("/signals/" + id);
    // Then
    response.then().statusCode(200).body("version", equalTo(1));
  }

  @Test
  void batchDecidesEachSignalByItself() {
    // Given
    String one = raisePost("Alpha");
    String two = raisePost("Beta");
    UUID unknown = UUID.randomUUID();
    // When
    var response =
        service
            .as(workspace, "analyst")
            .body(Map.of("ids", List.of(one, unknown, two), "triage", "DISMISSED"))
            .post("/signals/triage")
            .then();
    // Then
    response
        .statusCode(200)
        .body("updated", contains(one, two))
        .body("failed.id", contains(unknown.toString()));
    list("?triage=DISMISSED").body("items", hasSize(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"triage\":\"MAYBE\"}", "{}", "{\"triage\":null}", "not json", "[]"})
  void badDecisionIsAProblem(String body) {
    // Given
    String id = raisePost("Alpha");
    // When
    var response = service.as(workspace, "analyst").body(body).patch("/signals/" + id).then();
    // Then
    response.statusCode(400).contentType(PROBLEM);
  }

  @Test
  void unknownSignalCannotBeDecided() {
    // When
    var response = decide(UUID.randomUUID().toString(), "{\"triage\":\"DONE\"}", "*");
    // Then
    response.statusCode(404).contentType(PROBLEM);
  }

  @Test
  void viewersReadAndOnlyAnalystsDecide() {
    // Given
    String id = raisePost("Alpha");
    // When
    var response =
        service.as(workspace, "viewer").body("{\"triage\":\"DONE\"}").patch("/signals/" + id);
    // Then
    response.then().statusCode(403).contentType(PROBLEM);
    given().get("/signals").then().statusCode(401).contentType(PROBLEM);
    given().get("/model").then().statusCode(401);
    service
        .as(workspace, "viewer")
        .body(Map.of("ids", List.of(id), "triage", "DONE"))
        .post("/signals/triage")
        .then()
        .statusCode(403);
  }

  private ValidatableResponse decide(String id, String body, String ifMatch) {
    return service
        .as(workspace, "analyst")
        .header("If-Match", ifMatch)
        .body(body)
        .patch("/signals/" + id)
        .then();
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
}
