package io.competitoriq.gateway.invitation;

import static io.competitoriq.gateway.Installation.own;
import static io.competitoriq.gateway.People.accept;
import static io.competitoriq.gateway.People.invite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.MailBox;
import io.competitoriq.gateway.People;
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
class InvitationTest {

  private static final String BEN = "ben@example.com";

  private Installation installation = new Installation("", new UUID(0, 0));

  @BeforeEach
  void setUp() {
    installation = Installation.fresh();
    MailBox.clear(BEN);
  }

  @Test
  void anInvitationIsMailedAndItsLinkIsShownOnce() {
    // When
    Response invited = invite(installation.owner(), "Ben@Example.com", "ANALYST");
    // Then
    invited
        .then()
        .statusCode(201)
        .body("mail", equalTo("MAILED"))
        .body("invitation.email", equalTo(BEN))
        .body("link", startsWith("http://ciq.test/join#"));
    assertThat(MailBox.linkTo(BEN)).isEqualTo(invited.path("link"));
    assertThat(installation.owner().get("/api/v1/invitations").then().extract().asString())
        .contains(BEN)
        .contains("\"invitedBy\":\"Ada\"")
        .doesNotContain(MailBox.token(invited.path("link")));
    assertThat((String) TestDatabase.queryOne("select token_hash from gateway.invitation"))
        .hasSize(64)
        .isNotEqualTo(MailBox.token(invited.path("link")));
  }

  @Test
  void aMailThatIsNotTakenLosesNoLink() {
    invite(installation.owner(), "full@example.com", "VIEWER")
        .then()
        .statusCode(201)
        .body("mail", equalTo("FAILED"))
        .body("link", startsWith("http://ciq.test/join#"));
  }

  @Test
  void theLinkShowsWhatItInvitesToAndMakesAnAccount() {
    // Given
    String link = invite(installation.owner(), BEN, "ANALYST").path("link");
    preview(link)
        .then()
        .statusCode(200)
        .body("workspace", equalTo("Analysts"))
        .body("invitedBy", equalTo("Ada"))
        .body("email", equalTo(BEN))
        .body("role", equalTo("ANALYST"))
        .body("accountExists", equalTo(false));
    // When
    Response accepted = accept(link, " Ben ", People.PASSWORD);
    // Then
    accepted
        .then()
        .statusCode(201)
        .body("member.name", equalTo("Ben"))
        .body("member.role", equalTo("analyst"))
        .body("member.queueAdmin", equalTo(false))
        .body("workspace.name", equalTo("Analysts"));
    Installation.signIn(BEN, People.PASSWORD).then().statusCode(200);
    installation.owner().get("/api/v1/invitations").then().body("items", hasSize(0));
    assertThat(
            TestDatabase.queryOne(
                "select subject || ' ' || state_after from gateway.audit_entry where action ="
                    + " 'INVITATION_ACCEPTED'"))
        .isEqualTo("member ben@example.com {\"role\":\"ANALYST\"}");
  }

  @Test
  void aLinkWorksOnce() {
    String link = invite(installation.owner(), BEN, "VIEWER").path("link");
    accept(link, "Ben", People.PASSWORD).then().statusCode(201);

    accept(link, "Ben", People.PASSWORD)
        .then()
        .statusCode(410)
        .body("type", equalTo("urn:ciq:problem:link-over"));
    preview(link).then().statusCode(410);
  }

  @Test
  void aLinkThatIsOldWithdrawnReplacedOrNoneOpensNothing() {
    String old = invite(installation.owner(), BEN, "VIEWER").path("link");
    TestDatabase.execute(
        "update gateway.invitation set sent_at = now() - interval '8 days', expires_at = now() -"
            + " interval '1 day'");
    accept(old, "Ben", People.PASSWORD).then().statusCode(410);
    String id = installation.owner().get("/api/v1/invitations").path("items[0].id");

    String fresh = installation.owner().post("/api/v1/invitations/" + id + "/resend").path("link");
    accept(old, "Ben", People.PASSWORD).then().statusCode(410);
    installation.owner().delete("/api/v1/invitations/" + id).then().statusCode(204);
    accept(fresh, "Ben", People.PASSWORD).then().statusCode(410);

    preview("http://ciq.test/join#short").then().statusCode(410);
    assertThat(TestDatabase.queryLong("select count(*) from gateway.account")).isEqualTo(1);
  }

  @Test
  void aBadAnswerIsNamedAndTheLinkStaysGood() {
    String link = invite(installation.owner(), BEN, "VIEWER").path("link");

    accept(link, "Ben", "passwordpassword")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("password"));
    accept(link, " ", People.PASSWORD).then().statusCode(400).body("errors.field", hasItem("name"));

    accept(link, "Ben", People.PASSWORD).then().statusCode(201);
  }

  @Test
  void onlyThoseAboveInvite() {
    People admin = People.join(installation, "admin@example.com", "ADMIN");
    People analyst = People.join(installation, "analyst@example.com", "ANALYST");

    invite(analyst.asks(), BEN, "VIEWER").then().statusCode(403);
    analyst.asks().get("/api/v1/invitations").then().statusCode(403);
    invite(admin.asks(), BEN, "ADMIN")
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:ciq:problem:role-too-low"));
    invite(admin.asks(), BEN, "ANALYST").then().statusCode(201);
  }

  @Test
  void whoeverIsThereOrAskedAlreadyIsNotAskedAgain() {
    invite(installation.owner(), Installation.EMAIL, "VIEWER")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:ciq:problem:already-member"));
    invite(installation.owner(), BEN, "VIEWER").then().statusCode(201);
    invite(installation.owner(), BEN, "ANALYST")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:ciq:problem:already-invited"));
  }

  @Test
  void anAccountThatExistsJoinsOnlyWhenItIsProven() {
    // Given: Ben has an account, and belongs to no workspace any more
    People ben = People.join(installation, BEN, "VIEWER");
    installation.owner().delete("/api/v1/members/" + ben.memberId()).then().statusCode(204);
    String link = invite(installation.owner(), BEN, "ANALYST").path("link");
    preview(link).then().body("accountExists", equalTo(true));
    // Then
    answer(link, Map.of("token", MailBox.token(link))).then().statusCode(401);
    answer(link, Map.of("token", MailBox.token(link), "password", "not his password"))
        .then()
        .statusCode(401);
    answer(link, Map.of("token", MailBox.token(link), "password", People.PASSWORD))
        .then()
        .statusCode(201)
        .body("member.role", equalTo("analyst"));
    assertThat(TestDatabase.queryLong("select count(*) from gateway.account")).isEqualTo(2);
  }

  private static Response preview(String link) {
    return own().body(Map.of("token", MailBox.token(link))).post("/api/v1/invitations/preview");
  }

  private static Response answer(String link, Map<String, String> body) {
    assertThat(link).contains("#");
    return own().body(body).post("/api/v1/invitations/accept");
  }
}
