package io.competitoriq.gateway.oidc;

import static io.competitoriq.gateway.oidc.Browser.location;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.competitoriq.flags.Flag;
import io.competitoriq.flags.Flags;
import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class ProviderSignInTest {

  @Inject ProviderDirectory directory;
  @Inject Flags flags;

  private final Browser browser = new Browser();
  private StandIn provider = new StandIn();

  @BeforeEach
  void anInstallationAndAPersonOfTheProvider() {
    Installation.fresh();
    provider = new StandIn().roles("ciq-analyst");
  }

  @Test
  void thePersonComesInWithTheRoleTheProviderGives() {
    Response back = browser.signIn("/signals?triage=NEW");

    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(location(back)).isEqualTo("/signals?triage=NEW");
    browser
        .session()
        .then()
        .statusCode(200)
        .body("member.name", equalTo("Grace Hopper"))
        .body("member.email", equalTo("grace@example.com"))
        .body("member.role", equalTo("analyst"))
        .body("member.queueAdmin", equalTo(false))
        .body("workspace.name", equalTo("Analysts"));
    assertThat(browser.cookies().keySet()).containsExactly("ciq_session");
    assertThat(audited("PROVIDER_ACCOUNT_ADDED")).isEqualTo(1);
    assertThat(audited("PROVIDER_RIGHTS_CHANGED")).isEqualTo(1);
  }

  @Test
  void theBrowserIsSentWithPkceStateAndNonce() {
    Response started = browser.start("/");

    assertThat(location(started))
        .startsWith(StandIn.issuer() + "/authorize?")
        .contains("code_challenge_method=S256", "code_challenge=", "state=", "nonce=")
        .contains("response_type=code")
        .contains("redirect_uri=http%3A%2F%2Fciq.test%2Fapi%2Fv1%2Fsession%2Foidc%2Fcallback")
        .doesNotContain(StandInProvider.SECRET);
    assertThat(started.header("Set-Cookie"))
        .startsWith("ciq_oidc_")
        .contains("HTTPOnly", "SameSite=Lax", "Path=/api/v1/session/oidc", "Max-Age=600");
  }

  @Test
  void nothingTheBrowserKeepsHoldsATokenOfTheProvider() {
    Response started = browser.start("/");
    Response back = browser.comeBack(Browser.throughProvider(started));

    assertThat(back.headers().toString() + started.headers().asList().toString())
        .doesNotContain("eyJ");
    assertThat(
            TestDatabase.queryLong(
                "select count(*) from gateway.provider_session"
                    + " where position('eyJ'::bytea in id_token) > 0"))
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example/, /",
    "//evil.example/, /",
    "/%5Cevil.example, /%5Cevil.example",
    "/api/v1/session, /",
    "/competitors?q=a%26b, /competitors?q=a%26b",
    "signals, /"
  })
  void onlyPagesOfOursAreReturnedTo(String wanted, String page) {
    String encoded = java.net.URLEncoder.encode(wanted, java.nio.charset.StandardCharsets.UTF_8);

    assertThat(location(browser.signIn(encoded))).isEqualTo(page);
  }

  static Stream<String> flaws() {
    return StandInTokens.flaws().stream();
  }

  @ParameterizedTest
  @MethodSource("flaws")
  void anIdTokenThatIsNotRightOpensNothing(String flaw) {
    provider.with("flaw", flaw);

    assertRefused(browser.signIn("/"), "failed");
    if (Boolean.getBoolean("ciq.test.table")) {
      System.out.printf("TABLE %-52s | refused%n", "ID token, wrong: " + flaw);
    }
  }

  @Test
  void aStateThatThisBrowserDidNotBeginOpensNothing() {
    String address = Browser.throughProvider(browser.start("/"));

    assertRefused(new Browser().comeBack(address), "expired");
    assertRefused(browser.comeBack(address.replaceFirst("state=....", "state=AAAA")), "expired");
    assertRefused(browser.comeBack(address.replaceFirst("&?state=[^&]*", "")), "expired");
  }

  @Test
  void aCodeOfAnotherAttemptOpensNothing() {
    String first = Browser.throughProvider(browser.start("/"));
    String second = Browser.throughProvider(browser.start("/"));
    String code = first.replaceFirst(".*[?&](code=[^&]*).*", "$1");

    // Its verifier is in the other attempt's cookie.
    assertRefused(browser.comeBack(second.replaceFirst("code=[^&]*", code)), "failed");
  }

  @Test
  void aCodeIsGoodOnce() {
    var thief = new Browser();
    String address = Browser.throughProvider(browser.start("/"));
    thief.cookies().putAll(browser.cookies());

    assertThat(location(browser.comeBack(address))).isEqualTo("/");
    assertRefused(browser.comeBack(address), "expired");
    assertRefused(thief.comeBack(address), "failed");
  }

  @Test
  void anAnswerOfAnotherIssuerOpensNothing() {
    String address = Browser.throughProvider(browser.start("/"));

    assertRefused(
        browser.comeBack(address.replaceFirst("iss=[^&]*", "iss=http%3A%2F%2Fother.example")),
        "failed");
  }

  @Test
  void whoSaysNoAtTheProviderReadsSo() {
    provider.with("deny", true);

    assertRefused(browser.signIn("/"), "refused");
  }

  @Test
  void withoutARoleThereIsNoWorkspace() {
    provider.roles("somebody-elses-role");

    assertRefused(browser.signIn("/"), "no-workspace");
  }

  @Test
  void aProviderThatIsAwayIsNamedBeforeAnybodyIsSentThere() {
    provider.with("away", true);
    directory.forget();

    assertRefused(browser.start("/"), "provider-away");
  }

  @Test
  void aVerifiedAddressIsTheAccountMadeHere() {
    provider.person("email", Installation.EMAIL).roles("ciq-owner", "ciq-queue-admin");

    browser.signIn("/");

    browser
        .session()
        .then()
        .body("member.role", equalTo("owner"))
        .body("member.queueAdmin", equalTo(true));
    assertThat(TestDatabase.queryLong("select count(*) from gateway.account")).isEqualTo(1);
    assertThat(audited("PROVIDER_ACCOUNT_LINKED")).isEqualTo(1);
  }

  @Test
  void aLinkedAccountNoLongerComesInByItsPassword() {
    Installation.signIn(Installation.EMAIL, Installation.PASSWORD).then().statusCode(200);
    provider.person("email", Installation.EMAIL);
    browser.signIn("/");

    Installation.signIn(Installation.EMAIL, Installation.PASSWORD)
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:ciq:problem:sign-in-by-provider"));
    Installation.signIn(Installation.EMAIL, "another long password").then().statusCode(401);
  }

  @Test
  void anAddressNobodyVerifiedTakesNobodysAccount() {
    provider.person("verified", false).person("email", Installation.EMAIL);

    assertRefused(browser.signIn("/"), "email-taken");
    assertThat(TestDatabase.queryLong("select count(*) from gateway.account_identity")).isZero();
  }

  @Test
  void theFirstOwnerFoundsTheWorkspace() {
    Installation.empty();

    assertRefused(browser.signIn("/"), "no-workspace");
    provider.roles("ciq-owner");
    browser.signIn("/");

    browser
        .session()
        .then()
        .body("member.role", equalTo("owner"))
        .body("workspace.name", equalTo("CompetitorIQ"));
    assertThat(audited("SETUP")).isEqualTo(1);
  }

  @Test
  void switchedOffOnlyTheFirstAccountIsMade() {
    signUp(false);
    try {
      assertRefused(browser.signIn("/"), "sign-up-off");
      assertThat(TestDatabase.queryLong("select count(*) from gateway.account")).isEqualTo(1);

      Installation.empty();
      provider.roles("ciq-owner");
      assertThat(location(browser.signIn("/signals"))).isEqualTo("/signals");
    } finally {
      signUp(true);
    }
    provider.person("sub", "another").person("email", "another@example.com");
    assertThat(location(new Browser().signIn("/signals"))).isEqualTo("/signals");
  }

  private void signUp(boolean on) {
    TestDatabase.execute("update flags.flag set killed = " + !on + " where key = 'signup.enabled'");
    await().atMost(Duration.ofSeconds(6)).until(() -> flags.on(Flag.SIGNUP) == on);
  }

  @Test
  void aNewKeyOfTheProviderIsFound() {
    browser.signIn("/");
    provider.rotate();

    assertThat(location(new Browser().signIn("/signals"))).isEqualTo("/signals");
  }

  @Test
  void whoOnlyCameThroughTheProviderHasNoPassword() {
    browser.signIn("/");

    Installation.signIn("grace@example.com", "").then().statusCode(401);
    Installation.signIn("grace@example.com", "null").then().statusCode(401);
  }

  @Test
  void thePageKnowsTheWaysToSignIn() {
    given()
        .get("/api/v1/sign-in-methods")
        .then()
        .statusCode(200)
        .body("password", equalTo(true))
        .body("provider.name", equalTo("Example ID"))
        .body("provider.startAt", equalTo("/api/v1/session/oidc"));
  }

  private static void assertRefused(Response response, String problem) {
    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(location(response)).isEqualTo("/sign-in?problem=" + problem);
    assertThat(response.headers().toString()).doesNotContain("ciq_session");
  }

  private static long audited(String action) {
    return TestDatabase.queryLong(
        "select count(*) from gateway.audit_entry where action = '" + action + "'");
  }
}
