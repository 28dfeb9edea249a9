package io.competitoriq.gateway.oidc;

import static io.restassured.RestAssured.given;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/// The stand-in provider as a test sees it: one person, whom it changes.
final class StandIn {

  private final JsonObject person =
      new JsonObject()
          .put("sub", UUID.randomUUID().toString())
          .put("sid", UUID.randomUUID().toString())
          .put("name", "Grace Hopper")
          .put("email", "grace@example.com")
          .put("verified", true)
          .put("roles", new JsonArray());
  private final JsonObject state = new JsonObject().put("person", person);

  static String issuer() {
    return ConfigProvider.getConfig().getValue("ciq.gateway.auth.oidc.issuer", String.class);
  }

  StandIn roles(String... roles) {
    person.put("roles", new JsonArray(java.util.List.of(roles)));
    return told();
  }

  StandIn person(String key, Object value) {
    person.put(key, value);
    return told();
  }

  StandIn with(String key, Object value) {
    state.put(key, value);
    return told();
  }

  void rotate() {
    given().post(issuer() + "/control/rotate").then().statusCode(200);
  }

  String logoutToken(String audience) {
    return given().get(issuer() + "/control/logout-token?aud=" + audience).asString();
  }

  private StandIn told() {
    given().body(state.encode()).post(issuer() + "/control").then().statusCode(200);
    return this;
  }
}
