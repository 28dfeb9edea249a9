package io.competitoriq.analysis;

import static io.competitoriq.analysis.AlertStage.price;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(Receiver.class)
@WithTestResource(Neighbours.class)
class ShareTest {

  private final UUID workspace = UUID.randomUUID();
  private final Service service;
  private final AlertStage stage;

  ShareTest(Service service, AlertStage stage) {
    this.service = service;
    this.stage = stage;
  }

  @Test
  void aLinkShowsOneSignalWithItsQuotesToWhoeverHoldsIt() {
    // Given
    String signal = stage.raise(workspace, UUID.randomUUID(), price("Pro", 4900, 5900));
    // When
    JsonPath link = share(signal);
    // Then
    open(link)
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("kind", equalTo("SIGNAL"))
        .body("edition", nullValue())
        .body("signal.headline", startsWith("Pro raised"))
        .body("signal.moves[0].before", equalTo("$49"))
        .body("signal.quotes", hasSize(2))
        .body("signal.quotes[0].verified", equalTo(true))
        .body("signal.triage", nullValue())
        .body("signal.id", nullValue());
    open(link).statusCode(200);
    JsonPath known = links();
    assertThat(known.getInt("items[0].opened")).isEqualTo(2);
    assertThat(known.getString("items[0].path")).isNull();
    assertThat(link.getString("path")).matches("/shared/[A-Za-z0-9_-]{43}");
  }

  @Test
  void whatIsOverSaysSo() {
    // Given
    String signal = stage.raise(workspace, UUID.randomUUID(), price("Pro", 4900, 5900));
    JsonPath revoked = share(signal);
    JsonPath expired = share(signal);
    // When
    service
        .as(workspace, "analyst")
        .delete("/share-links/" + revoked.getString("id"))
        .then()
        .statusCode(204);
    TestDatabase.execute(
        "update analysis.share_link set created_at = created_at - interval '8 days',"
            + " expires_at = expires_at - interval '8 days' where id = '%s'"
                .formatted(expired.getString("id")));
    // Then
    open(revoked).statusCode(410).body("type", equalTo("urn:ciq:problem:share-revoked"));
    open(expired).statusCode(410).body("type", equalTo("urn:ciq:problem:share-expired"));
    given().get("/shared/" + "x".repeat(43)).then().statusCode(404);
    assertThat(links().getList("items.opened")).containsExactly(0, 0);
  }

  @Test
  void onlyWhatIsThereIsSharedAndOnlyByThoseWhoMay() {
    // Given
    String signal = stage.raise(workspace, UUID.randomUUID(), price("Pro", 4900, 5900));
    UUID other = UUID.randomUUID();
    JsonPath link = share(signal);
    // When, Then
    post(other, "analyst", signal, 7).statusCode(404);
    post(workspace, "viewer", signal, 7).statusCode(403);
    post(workspace, "analyst", signal, 91).statusCode(400);
    service
        .as(other, "admin")
        .delete("/share-links/" + link.getString("id"))
        .then()
        .statusCode(404);
    service.as(other, "admin").get("/share-links").then().body("items", hasSize(0));
    open(link).statusCode(200);
  }

  private JsonPath share(String signal) {
    return post(workspace, "analyst", signal, 7).statusCode(201).extract().jsonPath();
  }

  private ValidatableResponse post(UUID where, String role, String signal, int days) {
    return service
        .as(where, role)
        .body(Map.of("kind", "SIGNAL", "targetId", signal, "days", days))
        .post("/share-links")
        .then();
  }

  private JsonPath links() {
    return service
        .as(workspace, "analyst")
        .get("/share-links")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static ValidatableResponse open(JsonPath link) {
    return given().get(link.getString("path")).then();
  }
}
