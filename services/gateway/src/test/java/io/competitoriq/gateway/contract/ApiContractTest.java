package io.competitoriq.gateway.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
@NullUnmarked // the resource's address is injected
class ApiContractTest {

  @TestHTTPResource(value = "/openapi", management = true)
  URI document;

  @Test
  void whoOperatesAnInstallationReadsItsDocument() throws IOException {
    Path root = Path.of(System.getProperty("ciq.root", "../..")).toAbsolutePath().normalize();
    String served = given().get(document).then().statusCode(200).extract().asString();

    assertThat(served).isEqualTo(Files.readString(root.resolve("contracts/openapi/gateway.yaml")));
  }

  @Test
  void whoOperatesAnInstallationLooksAtItsDocument() {
    given()
        .get(document.resolve("swagger-ui/"))
        .then()
        .statusCode(200)
        .body(containsString("swagger-ui-bundle.js"))
        .body(containsString("/q/openapi"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/q/swagger-ui", "/q/swagger-ui/", "/q/swagger-ui/index.html", "/swagger-ui/"})
  void thePublicDoorShowsNone(String path) {
    given().get(path).then().body(not(containsString("swagger-ui-bundle")));
    given().get("/q/swagger-ui/swagger-ui-bundle.js").then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/q/openapi", "/q/openapi.json", "/openapi", "/api/v1/openapi", "/q/swagger-ui"})
  void thePublicDoorHasNone(String path) {
    given().get(path).then().body(not(startsWith("openapi"))).body(not(startsWith("{\"openapi")));
  }
}
