package io.competitoriq.gateway.route;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class SharedLinkTest {

  private static final String LINK = "/api/v1/shared/echo" + "x".repeat(39);

  @Test
  void aLinkOpensWithoutASessionNeverWithOneAndNotAsOftenAsOneLikes() {
    // Given
    Installation installation = Installation.fresh();
    // When, Then
    given()
        .cookie("ciq_session", installation.cookie())
        .header("Authorization", "Bearer x")
        .get(LINK)
        .then()
        .statusCode(200)
        .header("X-Robots-Tag", "noindex, nofollow")
        .header("Referrer-Policy", "no-referrer")
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
        .body("service", equalTo("analysis"))
        .body("headers.cookie", nullValue())
        .body("headers.authorization", nullValue());
    given().get(LINK).then().statusCode(200);
    given().get(LINK).then().statusCode(200);
    given()
        .get(LINK)
        .then()
        .statusCode(429)
        .header("Retry-After", notNullValue())
        .body("type", equalTo("urn:ciq:problem:too-many-openings"));
    given().get("/shared/" + "x".repeat(43)).then().header("X-Robots-Tag", "noindex, nofollow");
  }
}
