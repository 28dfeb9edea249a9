package io.competitoriq.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.competitoriq.gateway.FakeServices;
import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Requests that are too large or arrive too slowly.
@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class RequestCapsTest {

  private static final String PROBLEM = "application/problem+json";

  @Test
  void longAddressesAndHeadersAreRefusedInWords() {
    var installation = Installation.fresh();

    installation
        .owner()
        .get("/api/v1/competitors?q=" + "x".repeat(9000))
        .then()
        .statusCode(414)
        .contentType(PROBLEM)
        .body("type", equalTo("urn:ciq:problem:address-too-long"));
    installation
        .owner()
        .header("X-Long", "x".repeat(20_000))
        .get("/api/v1/competitors")
        .then()
        .statusCode(431)
        .contentType(PROBLEM)
        .body("type", equalTo("urn:ciq:problem:headers-too-large"));
  }

  @Test
  void importsMayBeLargerThanOtherBodies() {
    var installation = Installation.fresh();
    byte[] large = new byte[1_100_000];
    String competitor = "/api/v1/competitors/" + FakeServices.COMPETITOR;

    installation.owner().body(large).post(competitor + "/packs").then().statusCode(413);
    installation.owner().body(large).post(competitor + "/source-imports").then().statusCode(200);
    installation
        .owner()
        .body(new byte[5_300_000])
        .post(competitor + "/source-imports")
        .then()
        .statusCode(413);
  }

  @Test
  void bodyThatDoesNotArriveIs408AndTheConnectionCloses() throws Exception {
    var installation = Installation.fresh();
    for (String path : new String[] {"/api/v1/competitors/echo", "/api/v1/session"}) {
      try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
        socket.setSoTimeout(5000);
        socket
            .getOutputStream()
            .write(
                """
                POST %s HTTP/1.1\r
                Host: localhost\r
                Cookie: ciq_session=%s\r
                X-CIQ-CSRF: 1\r
                Content-Type: application/json\r
                Content-Length: 20\r
                \r
                {"a":"""
                    .formatted(path, installation.cookie())
                    .getBytes(StandardCharsets.US_ASCII));

        String answer =
            new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

        assertThat(answer).startsWith("HTTP/1.1 408").contains("body-too-slow");
      }
    }
  }
}
