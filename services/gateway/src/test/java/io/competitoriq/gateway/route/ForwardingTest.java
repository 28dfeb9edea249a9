package io.competitoriq.gateway.route;

import static io.competitoriq.gateway.Installation.own;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.competitoriq.gateway.FakeServices;
import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class ForwardingTest {

  private static final String PROBLEM = "application/problem+json";

  private Installation installation = new Installation("", new UUID(0, 0));

  @BeforeEach
  void setUp() {
    installation = Installation.fresh();
  }

  @Test
  void theServiceSeesATokenOfTheMemberAndNoCookie() {
    Response response =
        installation
            .owner()
            .urlEncodingEnabled(false)
            .header("Authorization", "Bearer of-the-client")
            .header("X-Forwarded-For", "203.0.113.7")
            .get("/api/v1/competitors/echo?q=a%20b");

    response
        .then()
        .statusCode(200)
        .body("uri", equalTo("/competitors/echo?q=a%20b"))
        .body("headers.cookie", nullValue())
        .body("headers.x-forwarded-for", nullValue());
    JsonObject claims = claims(response.path("headers.authorization"));
    assertThat(claims.getString("ws")).isEqualTo(installation.workspaceId().toString());
    assertThat(claims.getJsonArray("groups")).contains("viewer", "analyst", "admin", "owner");
    assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(40);
  }

  @Test
  void theTraceGoesOn() {
    installation
        .owner()
        .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
        .get("/api/v1/facts/echo")
        .then()
        .body("service", equalTo("process"))
        .body("headers.traceparent", containsString("0af7651916cd43dd8448eb211c80319c"));
  }

  @Test
  void methodBodyAndConditionsReachTheService() {
    installation
        .owner()
        .header("If-Match", "\"7\"")
        .body("{\"name\":\"x\"}")
        .patch("/api/v1/competitors/echo")
        .then()
        .body("method", equalTo("PATCH"))
        .body("headers.if-match", equalTo("\"7\""))
        .body("headers.content-type", containsString("application/json"))
        .body("body", equalTo("{\"name\":\"x\"}"))
        .header("ETag", "\"7\"");
  }

  @Test
  void whatWasCreatedIsFoundThroughTheGateway() {
    installation
        .owner()
        .post("/api/v1/competitors/created")
        .then()
        .statusCode(201)
        .header("ETag", "\"7\"")
        .header("Location", "/api/v1/competitors/" + FakeServices.COMPETITOR);
  }

  @Test
  void aServicesProblemPassesWithoutItsCookie() {
    installation
        .owner()
        .get("/api/v1/competitors/problem")
        .then()
        .statusCode(409)
        .contentType(PROBLEM)
        .body("type", equalTo("urn:ciq:problem:competitor-already-tracked"))
        .header("Set-Cookie", nullValue())
        .header("Server", nullValue())
        .header("X-Content-Type-Options", "nosniff");
  }

  @Test
  void silenceIs504() {
    installation
        .owner()
        .get("/api/v1/documents/slow")
        .then()
        .statusCode(504)
        .contentType(PROBLEM)
        .body("type", equalTo("urn:ciq:problem:service-timeout"));
  }

  @Test
  void aServiceThatIsNotThereIs503HoweverOftenItIsAsked() {
    for (int i = 0; i < 15; i++) {
      installation
          .owner()
          .get("/api/v1/visits")
          .then()
          .statusCode(503)
          .contentType(PROBLEM)
          .header("Retry-After", "5")
          .body("type", equalTo("urn:ciq:problem:service-unavailable"));
    }
  }

  @Test
  void aReadSurvivesAConnectionTheServiceHasJustClosed() {
    installation.owner().get("/api/v1/competitors/closing").then().statusCode(200);
  }

  @Test
  void aChangeIsNotSentTwice() {
    installation
        .owner()
        .post("/api/v1/competitors/closing")
        .then()
        .statusCode(503)
        .body("type", equalTo("urn:ciq:problem:service-unavailable"));
    installation.owner().get("/api/v1/competitors/closing").then().statusCode(200);
  }

  @Test
  void halfAnAnswerDoesNotLookWhole() {
    assertThatThrownBy(() -> installation.owner().get("/api/v1/competitors/half").asString())
        .isInstanceOf(Exception.class);
  }

  @Test
  void withoutASessionNothingIsForwarded() {
    own()
        .get("/api/v1/competitors/echo")
        .then()
        .statusCode(401)
        .contentType(PROBLEM)
        .body("type", equalTo("urn:ciq:problem:sign-in-required"));
    own().cookie("ciq_session", "A".repeat(43)).get("/api/v1/events").then().statusCode(401);
    own().get("/api/v1/overview").then().statusCode(401);
  }

  @Test
  void anUnknownResourceIs404() {
    for (String path : new String[] {"/api/v1/unknown", "/api/v2/competitors", "/api"}) {
      installation
          .owner()
          .get(path)
          .then()
          .statusCode(404)
          .contentType(PROBLEM)
          .body("type", equalTo("urn:ciq:problem:not-found"));
    }
  }

  @Test
  void aBodyTooLargeIs413WhetherAnnouncedOrNot() throws Exception {
    byte[] large = new byte[1_100_000];
    installation
        .owner()
        .body(large)
        .post("/api/v1/competitors/echo")
        .then()
        .statusCode(413)
        .contentType(PROBLEM)
        .body("type", equalTo("urn:ciq:problem:body-too-large"));

    var unannounced =
        HttpRequest.newBuilder(
                URI.create(
                    RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/competitors/echo"))
            .header("Cookie", "ciq_session=" + installation.cookie())
            .header("X-CIQ-CSRF", "1")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
            .build();
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      assertThat(client.send(unannounced, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(413);
    }
  }

  private static JsonObject claims(String authorization) {
    String payload = authorization.substring("Bearer ".length()).split("\\.")[1];
    return new JsonObject(
        new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
  }
}
