package io.competitoriq.analysis;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How deals are imported, counted and removed.
@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(ProcessStandIn.class)
@WithTestResource(StandInModel.class)
class WinLossTest {

  private static final String DEALS =
      """
      external_id,date,deal,outcome,amount,currency,competitor,reason
      1,2026-10-01,Acme,won,12500,EUR,BrightDesk,Price
      2,2026-10-02,Umbrella,lost,9000,EUR,BrightDesk,Integrations
      3,2026-10-03,Initech,lost,,,BrightDesk,integrations
      4,2026-10-04,Hooli,no decision,,,BrightDesk,
      """;

  private final UUID workspace = UUID.randomUUID();
  private final UUID competitor = UUID.randomUUID();
  private final Service service;

  WinLossTest(Service service) {
    this.service = service;
  }

  @BeforeEach
  void brightDeskIsWatched() {
    ProcessStandIn.competitor(workspace, competitor, "BrightDesk");
  }

  @Test
  void previewSaysWhatItWouldDoAndWritesNothing() {
    var preview = post("preview", DEALS);

    preview
        .then()
        .statusCode(200)
        .body("added", equalTo(4))
        .body("faults", hasSize(0))
        .body("deals.deal", contains("Acme", "Umbrella", "Initech", "Hooli"));
    summary().then().body("won", equalTo(0)).body("winRate", nullValue());
  }

  @Test
  void sameFileAgainChangesNothingAndAnotherOutcomeChangesItsDeal() {
    // Given
    post("import", DEALS).then().statusCode(200).body("added", equalTo(4));
    // When
    var again = post("import", DEALS);
    var corrected = post("import", DEALS.replace("Umbrella,lost", "Umbrella,won"));
    // Then
    again
        .then()
        .body("added", equalTo(0))
        .body("changed", equalTo(0))
        .body("unchanged", equalTo(4));
    corrected.then().body("changed", equalTo(1)).body("unchanged", equalTo(3));
    summary()
        .then()
        .body("won", equalTo(2))
        .body("lost", equalTo(1))
        .body("noDecision", equalTo(1))
        .body("decided", equalTo(3))
        .body("winRate", equalTo(2 / 3f))
        .body("from", equalTo("2026-10-01"))
        .body("reasons.find { it.outcome == 'LOST' }.deals", equalTo(1));
  }

  @Test
  void oneBadLineKeepsTheWholeFileOut() {
    var refused = post("import", DEALS + "5,never,Pied Piper,won,,,Hooli,\n");

    refused
        .then()
        .statusCode(422)
        .body("type", endsWith("deals-invalid"))
        .body("errors.field", contains("line 6 date", "line 6 competitor"));
    list().then().body("items", hasSize(0));
  }

  @Test
  void dealsAreListedLatestFirstAndRemoved() {
    // Given
    post("import", DEALS).then().statusCode(200);
    var page = service.as(workspace, "viewer").get("/deal-outcomes?limit=3");
    page.then().body("items.deal", contains("Hooli", "Initech", "Umbrella"));
    // When
    String first = page.path("items[0].id");
    service.as(workspace, "analyst").delete("/deal-outcomes/" + first).then().statusCode(204);
    // Then
    String cursor = page.path("nextCursor");
    service
        .as(workspace, "viewer")
        .get("/deal-outcomes?limit=3&cursor=" + cursor)
        .then()
        .body("items.deal", contains("Acme"));
    list().then().body("items.deal", contains("Initech", "Umbrella", "Acme"));
  }

  @Test
  void viewersImportNothingAndOtherWorkspacesSeeNothing() {
    // Given
    post("import", DEALS).then().statusCode(200);
    String deal = list().path("items[0].id");
    UUID elsewhere = UUID.randomUUID();
    // When
    var viewer =
        service.as(workspace, "viewer").body(Map.of("csv", DEALS)).post("/deal-outcomes/import");
    // Then
    viewer.then().statusCode(403);
    service.as(elsewhere, "admin").get("/deal-outcomes").then().body("items", hasSize(0));
    service.as(elsewhere, "admin").delete("/deal-outcomes/" + deal).then().statusCode(404);
    service
        .as(elsewhere, "admin")
        .get("/deal-outcomes/summary?competitorId=" + competitor)
        .then()
        .body("decided", equalTo(0));
  }

  private Response post(String what, String csv) {
    return service.as(workspace, "analyst").body(Map.of("csv", csv)).post("/deal-outcomes/" + what);
  }

  private Response summary() {
    return service.as(workspace, "viewer").get("/deal-outcomes/summary?competitorId=" + competitor);
  }

  private Response list() {
    return service.as(workspace, "viewer").get("/deal-outcomes?competitorId=" + competitor);
  }
}
