package io.competitoriq.gateway.oidc;

import static io.competitoriq.gateway.oidc.Browser.location;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// The whole way with a real Keycloak and the default settings, so with real minutes. Runs by
/// `./ciq test --keycloak`, which prints the table.
@Tag("keycloak")
@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakSignInTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final List<String> TABLE = new CopyOnWriteArrayList<>();

  @AfterAll
  static void print() {
    TABLE.forEach(row -> System.out.println("TABLE " + row));
  }

  @Test
  @Order(1)
  void theFirstOwnerSignsInAndFoundsTheWorkspace() {
    Installation.empty();
    var grace = new Browser();
    Instant begin = Instant.now();

    Response back = signIn(grace, "grace", "/signals");

    assertThat(location(back)).isEqualTo("/signals");
    grace
        .session()
        .then()
        .statusCode(200)
        .body("member.name", equalTo("Grace Hopper"))
        .body("member.role", equalTo("owner"))
        .body("member.queueAdmin", equalTo(true));
    row("sign-in: code, PKCE S256, state, nonce", "owner, " + since(begin));
  }

  @Test
  @Order(2)
  void aStateNonceVerifierOrCodeThatWasTamperedWithOpensNothing() {
    var browser = new Browser();
    String address = throughKeycloak(browser.start("/"), "alan");
    var thief = new Browser();
    thief.cookies().putAll(browser.cookies());
    assertProblem(new Browser().comeBack(address), "expired");
    row("state: callback in another browser", "refused (expired)");
    assertProblem(browser.comeBack(address.replaceFirst("state=....", "state=AAAA")), "expired");
    row("state: changed on the way", "refused (expired)");
    String other = throughKeycloak(browser.start("/"), "alan");
    assertProblem(
        browser.comeBack(other.replaceFirst("code=[^&]*", "code=" + parameter(address, "code"))),
        "failed");
    row("PKCE: code of another attempt's challenge", "refused by Keycloak");
    var fresh = new Browser();
    Response started = fresh.start("/");
    String tampered = location(started).replaceFirst("nonce=[^&]*", "nonce=another");
    assertProblem(fresh.comeBack(KeycloakRealm.login(tampered, "alan")), "failed");
    row("nonce: changed on the way", "refused");
    var again = new Browser();
    String good = throughKeycloak(again.start("/"), "alan");
    var copy = new Browser();
    copy.cookies().putAll(again.cookies());
    assertThat(location(again.comeBack(good))).isEqualTo("/");
    assertProblem(copy.comeBack(good), "failed");
    row("code: replayed with its cookie", "refused by Keycloak");
    assertProblem(again.comeBack(good), "expired");
    row("code: replayed by the browser", "refused (expired)");
    String plain = location(new Browser().start("/")).replaceFirst("&?code_challenge[^&]*", "");
    assertThat(
            given()
                .redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(plain.replaceFirst("&?code_challenge_method[^&]*", ""))
                .header("Location"))
        .contains("error=invalid_request");
    row("PKCE: challenge left out", "refused by Keycloak");
  }

  @Test
  @Order(3)
  void whoHasNoRoleHasNoWorkspace() {
    assertProblem(signIn(new Browser(), "mallory", "/"), "no-workspace");
    row("person without a role", "refused (no-workspace)");
  }

  @Test
  @Order(4)
  void keycloaksOwnTokensOpenNoService() {
    String token =
        given()
            .formParam("grant_type", "password")
            .formParam("client_id", "another-application")
            .formParam("username", "grace")
            .formParam("password", KeycloakRealm.property(Keycloak.PASSWORD))
            .formParam("scope", "openid")
            .post(issuer() + "/protocol/openid-connect/token")
            .path("id_token");
    given()
        .header("Authorization", "Bearer " + token)
        .get("/api/v1/session")
        .then()
        .statusCode(401);
    given().cookie("ciq_session", token).get("/api/v1/session").then().statusCode(401);
    row("Keycloak's ID token instead of a session", "refused");
  }

  @Test
  @Order(5)
  void aRefreshKeepsTheSessionAndReplacesTheToken() {
    var alan = new Browser();
    signIn(alan, "alan", "/");
    for (int round = 0; round < 2; round++) {
      Object before = token();
      TestDatabase.execute(
          "update gateway.provider_session set checked_at = now() - interval '51 seconds'");
      alan.session().then().statusCode(200);
      assertThat(token()).isNotEqualTo(before);
    }
    row("refresh, token rotated (max reuse 0)", "session goes on");
  }

  @Test
  @Order(6)
  void aChangedRoleHoldsWithinAMinute() {
    var alan = new Browser();
    signIn(alan, "alan", "/");
    alan.session().then().body("member.role", equalTo("analyst"));

    KeycloakRealm.give("alan", "ciq-admin");
    Duration took = measured(() -> "admin".equals(alan.session().path("member.role")));

    assertThat(took).isLessThan(LIMIT);
    row("role change at Keycloak effective", "in %.1f s".formatted(took.toMillis() / 1000.0));
  }

  @Test
  @Order(7)
  void aDisabledPersonIsOutWithinAMinute() {
    var alan = new Browser();
    signIn(alan, "alan", "/");

    KeycloakRealm.update("alan", Map.of("enabled", false));
    Duration took = measured(() -> alan.session().statusCode() == 401);

    assertThat(took).isLessThan(LIMIT);
    row("disabled person out", "in %.1f s".formatted(took.toMillis() / 1000.0));
  }

  @Test
  @Order(8)
  void signingOutEndsKeycloaksSessionToo() {
    var grace = new Browser();
    signIn(grace, "grace", "/");
    int before = KeycloakRealm.sessionsOf("grace");

    String farewell = grace.gateway().delete("/api/v1/session").path("continueAt");
    Response out = given().redirects().follow(false).urlEncodingEnabled(false).get(farewell);

    assertThat(location(out)).isEqualTo("http://ciq.test/sign-in");
    assertThat(KeycloakRealm.sessionsOf("grace")).isEqualTo(before - 1);
    grace.session().then().statusCode(401);
    row("sign-out ends Keycloak's session (RP-initiated)", "ended, back at /sign-in");
  }

  @Test
  @Order(9)
  void aSessionEndedAtKeycloakIsOverHere() {
    var grace = new Browser();
    signIn(grace, "grace", "/");
    Instant begin = Instant.now();

    KeycloakRealm.admin()
        .post(KeycloakRealm.users() + "/" + KeycloakRealm.id("grace") + "/logout")
        .then()
        .statusCode(204);
    await().atMost(LIMIT).until(() -> grace.session().statusCode() == 401);

    row("session ended at Keycloak (back channel or refresh)", "out in " + since(begin));
  }

  private static Response signIn(Browser browser, String user, String page) {
    return browser.comeBack(throughKeycloak(browser.start(page), user));
  }

  private static String throughKeycloak(Response started, String user) {
    return KeycloakRealm.login(location(started), user);
  }

  private static void assertProblem(Response response, String problem) {
    assertThat(location(response)).isEqualTo("/sign-in?problem=" + problem);
  }

  /// Asks every second, as a person at work does.
  private static Duration measured(BooleanSupplier holds) {
    Instant begin = Instant.now();
    await()
        .atMost(LIMIT.plusSeconds(10))
        .pollInterval(Duration.ofSeconds(1))
        .until(holds::getAsBoolean);
    return Duration.between(begin, Instant.now());
  }

  private static String parameter(String address, String name) {
    var found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(address);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static Object token() {
    return TestDatabase.queryOne(
        "select encode(refresh_token, 'hex') from gateway.provider_session"
            + " order by checked_at desc limit 1");
  }

  private static String issuer() {
    return StandIn.issuer();
  }

  private static String since(Instant begin) {
    return "%.1f s".formatted(Duration.between(begin, Instant.now()).toMillis() / 1000.0);
  }

  private static void row(String what, String outcome) {
    TABLE.add("%-52s | %s".formatted(what, outcome));
  }
}
