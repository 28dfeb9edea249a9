package io.competitoriq.gateway.apikey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class ApiKeyTest {

  private static final String KEYS = "/api/v1/api-keys";
  private static final String ECHO = "/api/v1/competitors/echo";

  private Installation installation = new Installation("", new UUID(0, 0));

  @BeforeEach
  void setUp() {
    installation = Installation.fresh();
  }

  @Test
  void aKeyIsShownOnceAndLivesNinetyDays() {
    Response made = create("READ");

    made.then().statusCode(201).body("key.state", equalTo("LIVE"));
    assertThat(Instant.parse(made.path("key.expiresAt")))
        .isCloseTo(Instant.now().plus(90, ChronoUnit.DAYS), within(1, ChronoUnit.MINUTES));
    String secret = secret(made);
    Response list = installation.owner().get(KEYS);
    list.then().body("items", hasSize(1)).body("items[0].lastUsedAt", nullValue());
    assertThat(list.asString()).doesNotContain(secret.substring(37));
    assertThat(secret).startsWith(list.<String>path("items[0].start"));
    assertThat(stored(secret.substring(37, 101))).isZero();
  }

  @ParameterizedTest
  @CsvSource({"READ, viewer", "WRITE, analyst viewer", "ADMIN, admin analyst viewer"})
  void aScopeIsARoleAndTheServiceSeesWhichKeyActs(String scope, String roles) {
    Response made = create(scope);

    JsonObject claims = claims(with(secret(made)).get(ECHO));

    assertThat(claims.getJsonArray("groups"))
        .containsExactlyInAnyOrder((Object[]) roles.split(" "));
    assertThat(claims.getJsonObject("act").getString("sub"))
        .isEqualTo("api-key:" + made.path("key.id"));
    assertThat(claims.getString("ws")).isEqualTo(installation.workspaceId().toString());
  }

  @Test
  void aKeyNeedsNoCsrfHeaderAndItsUseIsSeen() {
    Response made = create("WRITE");

    with(secret(made)).body("{}").post(ECHO).then().statusCode(200).body("method", equalTo("POST"));

    assertThat(installation.owner().get(KEYS).<String>path("items[0].lastUsedAt")).isNotNull();
  }

  @Test
  void whoLosesARoleLosesItInTheirKeys() {
    String secret = secret(create("ADMIN"));
    TestDatabase.execute("update gateway.member set role = 'VIEWER'");

    assertThat(claims(with(secret).get(ECHO)).getJsonArray("groups")).containsExactly("viewer");
  }

  @Test
  void aSessionAndAKeyAreNotMixed() {
    String secret = secret(create("READ"));

    installation
        .owner()
        .header("Authorization", "Bearer " + secret)
        .get(ECHO)
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:ciq:problem:credentials-mixed"));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, api-keys",
    "POST, api-keys",
    "GET, queues",
    "GET, queue-admins",
    "GET, session",
  })
  void keysMembersAndAccountsAreOutOfReachOfAnyScope(String method, String path) {
    with(secret(create("ADMIN")))
        .body("{}")
        .request(method, "/api/v1/" + path)
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:ciq:problem:api-key-out-of-reach"));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, members, true",
    "PATCH, members/7, false",
    "POST, invitations, false",
    "POST, session, false",
    "GET, signals/7, true",
    "POST, signals/7/comments, true",
    "POST, signals/7, false",
    "GET, account, false",
  })
  void whatIsNotNamedIsOutOfReach(String method, String path, boolean covered) {
    assertThat(ApiKeyReach.covers(method, "/api/v1/" + path)).isEqualTo(covered);
  }

  @Test
  void whatTheGatewayComposesIsReadWithAKey() {
    with(secret(create("READ")))
        .get("/api/v1/signals")
        .then()
        .statusCode(200)
        .body("items", hasSize(2));
  }

  @Test
  void aRotatedKeyGoesOnForItsGraceAndNoLonger() {
    Response made = create("READ");
    String old = secret(made);

    Response rotated = rotate(made, 1);

    String fresh = secret(rotated);
    with(old).get(ECHO).then().statusCode(200);
    with(fresh).get(ECHO).then().statusCode(200);
    TestDatabase.execute("update gateway.api_key set previous_until = now() - interval '1 second'");
    refused(old, "api-key-replaced");
    with(fresh).get(ECHO).then().statusCode(200);
  }

  @Test
  void aRevokedKeyHoldsNowhereAtOnce() {
    Response made = create("READ");
    with(secret(made)).get(ECHO).then().statusCode(200);

    installation.owner().delete(KEYS + "/" + made.path("key.id")).then().statusCode(204);

    refused(secret(made), "api-key-revoked");
    installation
        .owner()
        .body("{}")
        .post(KEYS + "/" + made.path("key.id") + "/rotate")
        .then()
        .statusCode(409);
    assertThat(audited("API_KEY_CREATED")).isEqualTo(1);
    assertThat(audited("API_KEY_REVOKED")).isEqualTo(1);
  }

  @Test
  void anExpiredAMistypedAndAnUnknownKeyAreToldApart() {
    String secret = secret(create("READ"));
    TestDatabase.execute(
        "update gateway.api_key set created_at = now() - interval '2 days',"
            + " expires_at = now() - interval '1 day'");
    refused(secret, "api-key-expired");
    refused(secret.substring(0, 90), "api-key-mistyped");
    TestDatabase.execute("delete from gateway.api_key");
    refused(secret, "api-key-wrong");
  }

  @Test
  void keysThatDoNotHoldAreSlowedDownAndOthersAreNot() {
    String holds = secret(create("READ"));
    for (int attempt = 0; attempt < 6; attempt++) {
      with("ciq_wrong").get(ECHO).then().statusCode(401);
    }

    with("ciq_wrong")
        .get(ECHO)
        .then()
        .statusCode(429)
        .body("type", equalTo("urn:ciq:problem:api-key-throttled"));
    with(holds).get(ECHO).then().statusCode(200);
  }

  @Test
  void onlyAdminsManageAndOnlyOwnersMakeKeysWithoutAnEnd() {
    installation
        .owner()
        .body(Map.of("name", "CI", "scope", "READ", "neverExpires", true))
        .post(KEYS)
        .then()
        .statusCode(201)
        .body("key.expiresAt", nullValue());
    TestDatabase.execute("update gateway.member set role = 'ADMIN'");
    installation
        .owner()
        .body(Map.of("name", "CI", "scope", "READ", "neverExpires", true))
        .post(KEYS)
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:ciq:problem:owner-required"));
    TestDatabase.execute("update gateway.member set role = 'ANALYST'");
    create("READ").then().statusCode(403);
  }

  @Test
  void whatMakesNoSenseIsRefusedByField() {
    installation
        .owner()
        .body(Map.of("name", "CI", "scope", "READ", "expiresInDays", 366))
        .post(KEYS)
        .then()
        .statusCode(400)
        .body("errors[0].field", containsString("expiresInDays"));
  }

  private Response create(String scope) {
    return installation.owner().body(Map.of("name", "CI", "scope", scope)).post(KEYS);
  }

  private Response rotate(Response made, int graceHours) {
    return installation
        .owner()
        .body(Map.of("graceHours", graceHours))
        .post(KEYS + "/" + made.path("key.id") + "/rotate");
  }

  private static String secret(Response made) {
    return made.path("secret");
  }

  private static RequestSpecification with(String key) {
    return given().contentType("application/json").header("Authorization", "Bearer " + key);
  }

  private static void refused(String key, String type) {
    with(key)
        .get(ECHO)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("invalid_token"))
        .body("type", equalTo("urn:ciq:problem:" + type));
  }

  private static JsonObject claims(Response echo) {
    String token = echo.path("headers.authorization");
    byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
    return new JsonObject(new String(payload, StandardCharsets.UTF_8));
  }

  private static long stored(String secret) {
    return TestDatabase.queryLong(
        "select count(*) from gateway.api_key where api_key::text like '%" + secret + "%'");
  }

  private static long audited(String action) {
    return TestDatabase.queryLong(
        "select count(*) from gateway.audit_entry where action = '"
            + action
            + "' and subject like 'api-key %'");
  }
}
