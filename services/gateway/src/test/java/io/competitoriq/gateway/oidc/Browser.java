package io.competitoriq.gateway.oidc;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;

/// A browser: it keeps the gateway's cookies, and goes where it is sent one step at a time.
final class Browser {

  static final String START = "/api/v1/session/oidc";

  private final Map<String, String> cookies = new HashMap<>();

  /// A request to the gateway, with its cookies.
  RequestSpecification gateway() {
    return given()
        .redirects()
        .follow(false)
        .urlEncodingEnabled(false)
        .header("X-CIQ-CSRF", "1")
        .cookies(cookies);
  }

  /// Begins to sign in.
  Response start(String returnPath) {
    return kept(gateway().get(START + "?return=" + returnPath));
  }

  /// Goes to the provider, which knows the person, and stops before the way back is taken.
  ///
  /// @return the address of the gateway it was sent to
  static String throughProvider(Response started) {
    return location(
        given().redirects().follow(false).urlEncodingEnabled(false).get(location(started)));
  }

  /// Takes the way back.
  Response comeBack(String address) {
    return kept(gateway().get(address.substring(address.indexOf("/api/"))));
  }

  /// All of it.
  Response signIn(String returnPath) {
    return comeBack(throughProvider(start(returnPath)));
  }

  Response session() {
    return gateway().get("/api/v1/session");
  }

  Map<String, String> cookies() {
    return cookies;
  }

  Response kept(Response response) {
    response
        .detailedCookies()
        .forEach(
            cookie -> {
              if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
              } else {
                cookies.put(cookie.getName(), cookie.getValue());
              }
            });
    return response;
  }

  static String location(Response response) {
    return requireNonNull(
        response.header("Location"), () -> response.statusCode() + " " + response.asString());
  }
}
