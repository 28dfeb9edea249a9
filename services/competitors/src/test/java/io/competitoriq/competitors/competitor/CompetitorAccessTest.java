package io.competitoriq.competitors.competitor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.competitoriq.competitors.Api;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Who sees and changes the catalog: the workspace's own members, by role.
@QuarkusTest
@WithEmbeddedServers("competitors")
class CompetitorAccessTest {

  private final Api api = Api.ofNewWorkspace();

  @Test
  void anotherWorkspaceSeesNothing() {
    // Given
    String id = api.track("secret.com", "secret.com/pricing");
    String source = api.request().get("/competitors/" + id + "/sources").path("items[0].id");
    Api other = Api.ofNewWorkspace();
    // When, Then
    other.request().get("/competitors").then().body("items", hasSize(0));
    other.request().get("/sources").then().body("items", hasSize(0));
    other
        .request()
        .get("/competitors/" + id)
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:ciq:problem:competitor-not-found"));
    other.request().get("/sources/" + source).then().statusCode(404);
    other.request().delete("/sources/" + source).then().statusCode(404);
    other.request().post("/sources/" + source + "/visits").then().statusCode(404);
    other
        .request()
        .body(Map.of("url", "x.com", "kind", "HOME"))
        .post("/competitors/" + id + "/sources")
        .then()
        .statusCode(404);
    assertThat(other.track("secret.com")).isNotEqualTo(id);
  }

  @Test
  void aViewerReadsAndChangesNothing() {
    // Given
    String id = api.track("readonly.com");
    Api viewer = api.as("viewer");
    // When, Then
    viewer.request().get("/competitors/" + id).then().statusCode(200);
    viewer
        .request()
        .body(Map.of("url", "more.com"))
        .post("/competitors")
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("type", endsWith("role-required"));
    viewer.request().delete("/competitors/" + id).then().statusCode(403);
    viewer.request().body(Map.of("url", "x.com")).post("/discoveries").then().statusCode(403);
  }

  @Test
  void whoeverIsNotSignedInGetsNothing() {
    given().get("/competitors").then().statusCode(401);
  }
}
