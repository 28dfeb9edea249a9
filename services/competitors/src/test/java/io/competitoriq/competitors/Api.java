package io.competitoriq.competitors;

import static io.restassured.RestAssured.given;

import io.competitoriq.testkit.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The service as one member of one workspace sees it.
public record Api(UUID workspace, String role) {

  public static Api ofNewWorkspace() {
    return new Api(UUID.randomUUID(), "analyst");
  }

  public Api as(String other) {
    return new Api(workspace, other);
  }

  public RequestSpecification request() {
    return given()
        .header("Authorization", TestTokens.bearer(workspace, role))
        .contentType(ContentType.JSON);
  }

  public String track(String url, String... pages) {
    List<Map<String, String>> sources =
        List.of(pages).stream().map(page -> Map.of("url", page, "kind", "PRICING")).toList();
    return request()
        .body(Map.of("url", url, "sources", sources))
        .post("/competitors")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /// Ids of a competitor's sources, oldest first.
  public List<String> sourcesOf(String competitorId) {
    return request().get("/competitors/" + competitorId + "/sources").path("items.id");
  }
}
