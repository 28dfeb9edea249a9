package io.competitoriq.gateway.oidc;

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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the provider changes holds here within a minute: its last word is made older in the
/// database, nobody waits.
@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class ProviderRecheckTest {

  private final Browser browser = new Browser();
  private StandIn provider = new StandIn();

  @BeforeEach
  void somebodyIsSignedInThroughTheProvider() {
    Installation.fresh();
    provider = new StandIn().roles("ciq-analyst");
    browser.signIn("/");
  }

  @Test
  void aChangedRoleHoldsForTheVeryRequestThatComesAfterTheLimit() {
    provider.roles("ciq-admin", "ciq-queue-admin");
    lastWordWas("50 seconds");

    browser
        .session()
        .then()
        .statusCode(200)
        .body("member.role", equalTo("admin"))
        .body("member.queueAdmin", equalTo(true));
    // One for the membership itself, one for the role, one for the queues.
    assertThat(audited("PROVIDER_RIGHTS_CHANGED")).isEqualTo(3);
  }

  @Test
  void beforeTheLimitNobodyWaitsForTheProvider() {
    provider.roles("ciq-viewer");
    lastWordWas("21 seconds");

    browser.session().then().statusCode(200).body("member.role", equalTo("analyst"));
    await().untilAsserted(() -> browser.session().then().body("member.role", equalTo("viewer")));
  }

  @Test
  void aPersonTheProviderNoLongerKnowsIsOut() {
    provider.with("enabled", false);
    lastWordWas("50 seconds");

    browser
        .session()
        .then()
        .statusCode(401)
        .body("type", equalTo("urn:ciq:problem:sign-in-required"));
    assertThat(audited("PROVIDER_SESSION_ENDED")).isEqualTo(1);
    provider.with("enabled", true);
    browser.session().then().statusCode(401);
  }

  @Test
  void whoLosesEveryRoleIsOut() {
    provider.roles();
    lastWordWas("50 seconds");

    browser.session().then().statusCode(401);
  }

  @Test
  void theRefreshTokenIsReplacedEachTime() {
    for (int round = 0; round < 3; round++) {
      lastWordWas("50 seconds");
      browser.session().then().statusCode(200);
    }
  }

  @Test
  void manyRequestsAtOnceAskTheProviderOnce() {
    provider.roles("ciq-admin");
    lastWordWas("50 seconds");

    List<CompletableFuture<Response>> asking =
        IntStream.range(0, 8)
            .mapToObj(_ -> CompletableFuture.supplyAsync(browser::session))
            .toList();

    // A refresh token that is shown twice would be refused and end the session.
    assertThat(asking)
        .extracting(CompletableFuture::join)
        .allSatisfy(
            response -> response.then().statusCode(200).body("member.role", equalTo("admin")));
  }

  @Test
  void aProviderWithoutIdTokensAtRefreshIsAskedForUserInfo() {
    provider.with("idTokenOnRefresh", false).roles("ciq-owner");
    lastWordWas("50 seconds");

    browser.session().then().statusCode(200).body("member.role", equalTo("owner"));
  }

  @Test
  void aNewIdTokenIsCheckedLikeTheFirst() {
    provider.with("flaw", "key");
    lastWordWas("50 seconds");

    browser.session().then().statusCode(401);
  }

  @Test
  void whileTheProviderIsAwaySessionsGoOnForAWhile() {
    provider.with("away", true);
    lastWordWas("14 minutes");
    browser.session().then().statusCode(200);

    lastWordWas("15 minutes");
    browser.session().then().statusCode(401);

    provider.with("away", false);
    lastWordWas("16 minutes");
    browser.session().then().statusCode(200);
  }

  @Test
  void signingOutEndsTheProvidersSessionToo() {
    Response out = browser.gateway().delete("/api/v1/session");

    out.then().statusCode(200);
    assertThat(out.<String>path("continueAt"))
        .startsWith(StandIn.issuer() + "/logout?")
        .contains("id_token_hint=eyJ", "post_logout_redirect_uri=http%3A%2F%2Fciq.test%2Fsign-in");
    assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
    browser.session().then().statusCode(401);
    assertThat(TestDatabase.queryLong("select count(*) from gateway.provider_session")).isZero();
  }

  @Test
  void theProviderEndsItsSessionsItself() {
    backChannel(provider.logoutToken("another-application")).then().statusCode(400);
    backChannel("not a token").then().statusCode(400);
    browser.session().then().statusCode(200);

    backChannel(provider.logoutToken("competitoriq")).then().statusCode(200);

    browser.session().then().statusCode(401);
    assertThat(audited("PROVIDER_SESSION_ENDED")).isEqualTo(1);
  }

  private static Response backChannel(String token) {
    return given()
        .formParam("logout_token", token)
        .post("/api/v1/session/oidc/back-channel-sign-out");
  }

  /// Makes the provider's last word that old, and lets anybody ask again.
  private static void lastWordWas(String ago) {
    TestDatabase.execute(
        "update gateway.provider_session set checked_at = now() - interval '%s', claimed_at = null"
            .formatted(ago));
  }

  private static long audited(String action) {
    return TestDatabase.queryLong(
        "select count(*) from gateway.audit_entry where action = '" + action + "'");
  }
}
