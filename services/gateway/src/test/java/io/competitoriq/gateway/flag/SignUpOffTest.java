package io.competitoriq.gateway.flag;

import static io.competitoriq.gateway.People.accept;
import static io.competitoriq.gateway.People.invite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.competitoriq.flags.Flag;
import io.competitoriq.flags.Flags;
import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.MailBox;
import io.competitoriq.gateway.People;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An operator lets no new accounts be made for a while. Through the identity provider: see
/// ProviderSignInTest.
@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class SignUpOffTest {

  private static final Duration EVERYWHERE = Duration.ofSeconds(6);

  private final Flags flags;

  SignUpOffTest(Flags flags) {
    this.flags = flags;
  }

  @AfterEach
  void switchOn() {
    flip(false);
  }

  @Test
  void anInvitationMakesNoAccountAndStaysOpenUntilTheFlagIsBack() {
    // Given
    Installation installation = Installation.fresh();
    String link = invite(installation.owner(), "ben@example.com", "VIEWER").path("link");
    flip(true);
    // Then
    accept(link, "Ben", People.PASSWORD)
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:ciq:problem:sign-up-off"));
    assertThat(TestDatabase.queryLong("select count(*) from gateway.account")).isEqualTo(1);
    // And when
    flip(false);
    // Then
    accept(link, "Ben", People.PASSWORD).then().statusCode(201);
  }

  @Test
  void whoHasAnAccountStillSignsInAndJoins() {
    // Given
    Installation installation = Installation.fresh();
    People ben = People.join(installation, "ben@example.com", "VIEWER");
    installation.owner().delete("/api/v1/members/" + ben.memberId()).then().statusCode(204);
    String link = invite(installation.owner(), "ben@example.com", "ANALYST").path("link");
    flip(true);
    // Then
    Installation.signIn(Installation.EMAIL, Installation.PASSWORD).then().statusCode(200);
    Installation.own()
        .body(Map.of("token", MailBox.token(link), "password", People.PASSWORD))
        .post("/api/v1/invitations/accept")
        .then()
        .statusCode(201);
  }

  @Test
  void theFirstAccountIsAlwaysMade() {
    Installation.empty();
    flip(true);

    Installation.setUp().then().statusCode(201);
  }

  private void flip(boolean killed) {
    TestDatabase.execute(
        "update flags.flag set killed = " + killed + " where key = 'signup.enabled'");
    await().atMost(EVERYWHERE).until(() -> flags.on(Flag.SIGNUP) != killed);
  }
}
