package io.competitoriq.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
@NullUnmarked // the resource's address is injected
class MetricsTest {

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
}
