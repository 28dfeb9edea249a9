package io.competitoriq.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
@NullUnmarked // the resource's address is injected
class MetricsTest {

  private static final Pattern NAME = Pattern.compile("\\bciq_\\w+");

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  @Test
  void noMeterIsNamedAfterOneThing() {
    // Given
    var owner = Installation.fresh().owner();
    owner.get("/api/v1/competitors/" + FakeServices.COMPETITOR).then().statusCode(200);
    given().get("/competitors/" + FakeServices.COMPETITOR).then().statusCode(200);
    Installation.signIn("nobody@example.com", "wrong").then().statusCode(401);

    // When
    var meters = given().get(metrics).then();

    // Then
    meters
        .body(not(containsString(FakeServices.COMPETITOR)))
        .body(containsString("uri=\"/api/v1/competitors/{path}\""))
        .body(containsString("ciq_gateway_live_streams"))
        .body(containsString("ciq_audit_events_total{action=\"SETUP\"}"))
        .body(containsString("ciq_auth_failures_total{reason=\"credentials\"}"));
  }

  @Test
  void whatTheDashboardOfBrowsersNamesIsExposed() throws IOException {
    // Given a beacon; too many only where others have made the meters already
    Installation.own()
        .body(
            """
            {"page":"/","build":"b","measures":[{"name":"LOAD","value":1200},{"name":"LCP","value":900},{"name":"INP","value":40},
            {"name":"CLS","value":0.02},{"name":"ERRORS","value":1}]}\
            """)
        .post("/api/v1/rum")
        .then()
        .statusCode(anyOf(is(204), is(429)));
    Path monitoring = Path.of(System.getProperty("ciq.root", "../..")).resolve("deploy/monitoring");

    // When
    JsonNode document =
        new YAMLMapper()
            .readTree(Files.readString(monitoring.resolve("grafana/ciq-browsers.json")));

    // Then
    var exposed = given().get(metrics).asString();
    assertThat(document.findValuesAsText("expr"))
        .isNotEmpty()
        .flatExtracting(expr -> NAME.matcher(expr).results().map(MatchResult::group).toList())
        .allSatisfy(name -> assertThat(exposed).contains("\n" + name));
  }
}
