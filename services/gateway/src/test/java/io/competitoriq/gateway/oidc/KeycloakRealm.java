package io.competitoriq.gateway.oidc;

import static io.competitoriq.gateway.oidc.Browser.location;
import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/// The running Keycloak: its sign-in form, and its people as an administrator changes them.
final class KeycloakRealm {

  private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

  private KeycloakRealm() {}

  /// Fills in Keycloak's own form.
  static String login(String address, String user) {
    Response form = given().redirects().follow(false).urlEncodingEnabled(false).get(address);
    var action = FORM.matcher(form.asString());
    assertThat(action.find()).as(form.asString()).isTrue();
    return location(
        given()
            .redirects()
            .follow(false)
            .urlEncodingEnabled(false)
            .cookies(form.cookies())
            .contentType("application/x-www-form-urlencoded")
            .body("username=" + user + "&password=" + property(Keycloak.PASSWORD))
            .post(action.group(1).replace("&amp;", "&")));
  }

  static RequestSpecification admin() {
    String token =
        given()
            .formParam("grant_type", "password")
            .formParam("client_id", "admin-cli")
            .formParam("username", "admin")
            .formParam("password", property(Keycloak.PASSWORD))
            .post(property(Keycloak.ADDRESS) + "/realms/master/protocol/openid-connect/token")
            .path("access_token");
    return given().header("Authorization", "Bearer " + token).contentType("application/json");
  }

  static String users() {
    return property(Keycloak.ADDRESS) + "/admin/realms/competitoriq/users";
  }

  static String id(String user) {
    return requireNonNull(admin().get(users() + "?exact=true&username=" + user).path("[0].id"));
  }

  static int sessionsOf(String user) {
    return admin().get(users() + "/" + id(user) + "/sessions").jsonPath().getList("").size();
  }

  static void update(String user, Map<String, Object> change) {
    admin().body(change).put(users() + "/" + id(user)).then().statusCode(204);
  }

  static void give(String user, String role) {
    Map<String, Object> found =
        admin()
            .get(property(Keycloak.ADDRESS) + "/admin/realms/competitoriq/roles/" + role)
            .jsonPath()
            .getMap("");
    admin()
        .body(List.of(found))
        .post(users() + "/" + id(user) + "/role-mappings/realm")
        .then()
        .statusCode(204);
  }

  static String property(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }
}
