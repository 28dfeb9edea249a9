package io.competitoriq.competitors.competitor;

import static io.restassured.RestAssured.given;

import io.competitoriq.testkit.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The service as one member of one workspace sees it.
record Api(UUID workspace, String role) {

  static Api ofNewWorkspace() {
    return new Api(UUID.randomUUID(), "analyst");
  }

  Api as(String other) {
    return new Api(workspace, other);
  }

  RequestSpecification request() {
    return given()
        .header("Authorization", TestTokens.bearer(workspace, role))
        .contentType(ContentType.JSON);
  }

  String track(String url, String... pages) {
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
}
