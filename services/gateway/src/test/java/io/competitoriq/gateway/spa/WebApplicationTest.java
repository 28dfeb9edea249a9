package io.competitoriq.gateway.spa;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class WebApplicationTest {

  private static final Pattern NONCE = Pattern.compile("name=\"csp-nonce\" content=\"([^\"]+)\"");

  @Test
  void everyPageCarriesANonceOfItsOwn() {
    Response first = given().get("/");
    Response second = given().get("/");

    String nonce = nonceOf(first);
    assertThat(nonce).hasSize(24).isNotEqualTo(nonceOf(second));
    assertThat(first.header("Content-Security-Policy"))
        .contains("script-src 'self' 'nonce-" + nonce + "'")
        .contains("style-src 'self' 'nonce-" + nonce + "'")
        .contains("frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'");
    first
        .then()
        .statusCode(200)
        .contentType("text/html")
        .header("Cache-Control", "no-cache")
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Permissions-Policy", containsString("camera=()"))
        .body(not(containsString("__CSP_NONCE__")));
  }

  @Test
  void everyPageIsUnderTheStrictPolicy() {
    for (String path :
        new String[] {"/", "/sign-in?problem=refused", "/setup", "/competitors/x", "/shared/x"}) {
      Response page = given().get(path);

      String nonce = nonceOf(page);
      assertThat(page.header("Content-Security-Policy"))
          .as(path)
          .isEqualTo(
              "default-src 'self'; script-src 'self' 'nonce-%1$s'; style-src 'self' 'nonce-%1$s'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'"
                  .formatted(nonce));
      assertThat(page.asString().split("<script ", -1))
          .as(path)
          .hasSizeGreaterThan(1)
          .filteredOn(part -> !part.startsWith("<!doctype"))
          .allMatch(part -> part.startsWith("nonce=\"" + nonce + "\""));
    }
  }

  @Test
  void whatIsNoPageMayLoadNothing() {
    for (String path : new String[] {"/api/v1/sign-in-methods", "/api/v1/session", "/api/none"}) {
      given()
          .get(path)
          .then()
          .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
  }

  @Test
  void deepLinksAreThePages() {
    for (String path : new String[] {"/competitors/brightdesk", "/index.html", "/sign-in"}) {
      given().get(path).then().statusCode(200).contentType("text/html");
    }
  }

  @Test
  void filesWithAHashInTheirNameAreKeptForAYear() {
    given()
        .get("/assets/app-1a2b3c.js")
        .then()
        .statusCode(200)
        .contentType("text/javascript")
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .header("Content-Encoding", "gzip")
        .body(containsString("a script for tests"));
  }

  @Test
  void anUnchangedFileIsNotSentAgain() {
    String tag = given().get("/assets/app-1a2b3c.js").header("ETag");

    given()
        .header("If-None-Match", tag)
        .get("/assets/app-1a2b3c.js")
        .then()
        .statusCode(304)
        .body(equalTo(""));
  }

  @Test
  void anUnknownFileIs404AndNotThePage() {
    for (String path :
        new String[] {
          "/assets/gone-000000.js", "/assets/", "/favicon.ico", "/assets/..%2Findex.html"
        }) {
      given().urlEncodingEnabled(false).get(path).then().statusCode(404);
    }
  }

  @Test
  void aPageIsOnlyRead() {
    given().post("/competitors").then().statusCode(405).contentType("application/problem+json");
  }

  private static String nonceOf(Response page) {
    var matcher = NONCE.matcher(page.asString());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
