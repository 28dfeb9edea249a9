package io.competitoriq.gateway.reset;

import static io.competitoriq.gateway.Installation.own;
import static io.competitoriq.gateway.Installation.signIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.MailBox;
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
class PasswordResetTest {

  private static final String ADA = "ada@example.com";
  private static final String WANTED = "seven quiet lighthouses";

  private Installation installation = new Installation("", new UUID(0, 0));

  @BeforeEach
  void setUp() {
    installation = Installation.fresh();
    MailBox.clear(ADA);
  }

  @Test
  void theLinkSetsAPasswordOnceAndEndsAllSessions() {
    // Given
    ask(ADA).then().statusCode(202).body("mailServer", equalTo(true));
    String link = mailed();
    assertThat(link).startsWith("http://ciq.test/new-password#");
    // When
    complete(link, WANTED).then().statusCode(204);
    // Then
    installation.owner().get("/api/v1/session").then().statusCode(401);
    signIn(ADA, Installation.PASSWORD).then().statusCode(401);
    signIn(ADA, WANTED).then().statusCode(200);
    complete(link, WANTED + " again")
        .then()
        .statusCode(410)
        .body("type", equalTo("urn:ciq:problem:link-over"));
    assertThat(
            TestDatabase.queryLong(
                "select count(*) from gateway.audit_entry where action like 'PASSWORD_RESET%'"))
        .isEqualTo(2);
  }

  @Test
  void anUnknownAddressGetsTheSameAnswerAndNoMail() {
    Response unknown = ask("nobody@example.com");
    Response known = ask(ADA);

    assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(202);
    assertThat(unknown.asString()).isEqualTo(known.asString());
    mailed();
    assertThat(TestDatabase.queryLong("select count(*) from gateway.password_reset")).isEqualTo(1);
    assertThat(MailBox.linkTo("nobody@example.com")).isEmpty();
  }

  @Test
  void aBadChoiceIsNamedAndTheLinkStaysGood() {
    ask(ADA);
    String link = mailed();

    complete(link, "short").then().statusCode(400).body("errors.field", hasItem("password"));

    complete(link, WANTED).then().statusCode(204);
  }

  @Test
  void anOldLinkOpensNothing() {
    ask(ADA);
    String link = mailed();
    TestDatabase.execute(
        "update gateway.password_reset set created_at = now() - interval '2 hours', expires_at ="
            + " now() - interval '1 hour'");

    complete(link, WANTED).then().statusCode(410);

    signIn(ADA, Installation.PASSWORD).then().statusCode(200);
  }

  @Test
  void mailsAreNotSentAsOftenAsSomebodyLikes() {
    for (String email : new String[] {ADA, "nobody@example.com"}) {
      for (int i = 0; i < 3; i++) {
        ask(email).then().statusCode(202);
      }
      ask(email).then().statusCode(429).body("type", equalTo("urn:ciq:problem:attempts-throttled"));
    }
  }

  private static String mailed() {
    await().until(() -> !MailBox.linkTo(ADA).isEmpty());
    return MailBox.linkTo(ADA);
  }

  private static Response ask(String email) {
    return own().body(Map.of("email", email)).post("/api/v1/password-resets");
  }

  private static Response complete(String link, String password) {
    return own()
        .body(Map.of("token", MailBox.token(link), "password", password))
        .post("/api/v1/password-resets/complete");
  }
}
