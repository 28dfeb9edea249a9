package io.competitoriq.gateway.session;

import static io.competitoriq.gateway.Installation.own;
import static io.competitoriq.gateway.Installation.signIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class SignInTest {

  private Installation installation = new Installation("", new UUID(0, 0));

  @BeforeEach
  void setUp() {
    installation = Installation.fresh();
  }

  @Test
  void theRightPasswordOpensASessionOfItsOwn() {
    Response response = signIn(" ADA@example.com ", Installation.PASSWORD);

    response.then().statusCode(200).body("workspace.name", equalTo("Analysts"));
    assertThat(response.cookie("ciq_session")).hasSize(43).isNotEqualTo(installation.cookie());
    assertThat(audited("SIGN_IN")).isEqualTo(1);
  }

  @Test
  void aWrongPasswordAndAnUnknownAccountGetTheSameAnswer() {
    Response wrong = signIn(Installation.EMAIL, "not the password");
    Response unknown = signIn("nobody@example.com", "not the password");

    wrong.then().statusCode(401).body("type", equalTo("urn:ciq:problem:credentials-wrong"));
    assertThat(shape(unknown)).isEqualTo(shape(wrong));
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(audited("SIGN_IN_FAILED")).isEqualTo(2);
  }

  @Test
  void guessingIsSlowedDownForKnownAndUnknownAccountsAlike() {
    for (String email : new String[] {Installation.EMAIL, "nobody@example.com"}) {
      for (int attempt = 1; attempt <= 5; attempt++) {
        signIn(email, "wrong " + attempt).then().statusCode(401);
      }

      Response sixth = signIn(email, Installation.PASSWORD);

      sixth
          .then()
          .statusCode(429)
          .contentType("application/problem+json")
          .body("type", equalTo("urn:ciq:problem:sign-in-throttled"));
      assertThat(Integer.parseInt(sixth.header("Retry-After"))).isBetween(1, 60);
    }
  }

  @Test
  void theRightPasswordForgivesEarlierMistakes() {
    for (int round = 0; round < 3; round++) {
      for (int attempt = 0; attempt < 3; attempt++) {
        signIn(Installation.EMAIL, "wrong").then().statusCode(401);
      }
      signIn(Installation.EMAIL, Installation.PASSWORD).then().statusCode(200);
    }
  }

  @Test
  void signingOutEndsTheSessionForGood() {
    Response out = installation.owner().delete("/api/v1/session");

    out.then().statusCode(204);
    assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
    installation
        .owner()
        .get("/api/v1/session")
        .then()
        .statusCode(401)
        .body("type", equalTo("urn:ciq:problem:sign-in-required"));
    installation.owner().delete("/api/v1/session").then().statusCode(204);
    assertThat(audited("SIGN_OUT")).isEqualTo(1);
  }

  @Test
  void anIdleSessionIsOver() {
    TestDatabase.execute(
        "update gateway.session set last_seen_at = last_seen_at - interval '13 hours'");

    installation.owner().get("/api/v1/session").then().statusCode(401);
  }

  @Test
  void aSessionEndsAtItsEndHoweverBusy() {
    TestDatabase.execute(
        """
        update gateway.session
          set created_at = now() - interval '8 days', expires_at = now() - interval '1 second'\
        """);

    installation.owner().get("/api/v1/session").then().statusCode(401);
  }

  @Test
  void usingASessionKeepsItAlive() {
    TestDatabase.execute(
        "update gateway.session set last_seen_at = last_seen_at - interval '11 hours'");

    installation.owner().get("/api/v1/session").then().statusCode(200);

    assertThat(
            TestDatabase.queryLong(
                "select count(*) from gateway.session where last_seen_at > now() - interval '1 minute'"))
        .isEqualTo(1);
  }

  @Test
  void aChangeFromAnotherSiteIsRefused() {
    var fromElsewhere =
        given()
            .contentType("application/json")
            .header("Origin", "https://evil.example")
            .body(Map.of("email", Installation.EMAIL, "password", Installation.PASSWORD));

    fromElsewhere
        .post("/api/v1/session")
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:ciq:problem:csrf-refused"));
    given()
        .cookie("ciq_session", installation.cookie())
        .header("Sec-Fetch-Site", "cross-site")
        .delete("/api/v1/competitors/echo")
        .then()
        .statusCode(403);
  }

  @Test
  void brokenJsonIsAProblem() {
    own()
        .body("{\"email\":")
        .post("/api/v1/session")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:ciq:problem:json-invalid"));
  }

  @Test
  void theGatewaysRoleCanNeitherChangeNorForgetTheTrail() {
    assertThat(
            TestDatabase.queryOne(
                """
                select has_table_privilege('ciq_gateway', 'gateway.audit_entry', 'update')
                  or has_table_privilege('ciq_gateway', 'gateway.audit_entry', 'delete')\
                """))
        .isEqualTo(false);
  }

  @Test
  void theGatewaysRoleSeesNoRowOfAWorkspaceItIsNotBoundTo() throws Exception {
    try (var connection = TestDatabase.admin();
        var statement = connection.createStatement()) {
      statement.execute("set role ciq_gateway; set search_path = gateway");
      statement.execute("select set_config('ciq.workspace', '" + UUID.randomUUID() + "', false)");

      var rows =
          statement.executeQuery(
              """
              select (select count(*) from workspace) + (select count(*) from member)
                + (select count(*) from session) + (select count(*) from audit_entry)\
              """);

      assertThat(rows.next()).isTrue();
      assertThat(rows.getLong(1)).isZero();
    }
  }

  private static long audited(String action) {
    return TestDatabase.queryLong(
        "select count(*) from gateway.audit_entry where action = '" + action + "'");
  }

  private static Map<String, Object> shape(Response response) {
    Map<String, Object> body = response.jsonPath().getMap("");
    body.remove("traceId");
    return body;
  }
}
