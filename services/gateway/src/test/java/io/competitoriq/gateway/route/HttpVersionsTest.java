package io.competitoriq.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Everything holds over HTTP/1.1 and over HTTP/2, which names its host differently.
@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class HttpVersionsTest {

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void anOwnPageSignsInAndReadsThroughTheGateway(HttpClient.Version version) throws Exception {
    // Given
    Installation.fresh();
    String base = RestAssured.baseURI + ":" + RestAssured.port;
    String credentials =
        new JsonObject()
            .put("email", Installation.EMAIL)
            .put("password", Installation.PASSWORD)
            .encode();

    try (var browser = HttpClient.newBuilder().version(version).build()) {
      // When
      HttpResponse<String> session =
          browser.send(
              to(base, "/api/v1/session")
                  .header("Origin", base)
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(credentials))
                  .build(),
              BodyHandlers.ofString());
      String cookie = session.headers().firstValue("set-cookie").orElse("").split(";", 2)[0];
      HttpResponse<String> echo =
          browser.send(
              to(base, "/api/v1/competitors/echo").header("Cookie", cookie).build(),
              BodyHandlers.ofString());
      HttpResponse<String> tooLarge =
          browser.send(
              to(base, "/api/v1/competitors/echo")
                  .header("Cookie", cookie)
                  .header("Origin", base)
                  .POST(BodyPublishers.ofByteArray(new byte[1_100_000]))
                  .build(),
              BodyHandlers.ofString());

      // Then
      assertThat(session.statusCode()).isEqualTo(200);
      assertThat(echo.version()).isEqualTo(version);
      assertThat(new JsonObject(echo.body()).getString("service")).isEqualTo("competitors");
      assertThat(tooLarge.statusCode()).isEqualTo(413);
    }
  }

  private static HttpRequest.Builder to(String base, String path) {
    return HttpRequest.newBuilder(URI.create(base + path));
  }
}
