package io.competitoriq.gateway.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import io.competitoriq.gateway.session.AuthConfig;
import io.competitoriq.gateway.session.SessionConfig;
import io.competitoriq.seal.Seals;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The configuration once it makes sense: an installation whose people could not sign in does not
/// start.
@Startup
@ApplicationScoped
class OidcSettings {

  static final String CALLBACK = "/api/v1/session/oidc/callback";

  private static final Duration LONGEST_RECHECK = Duration.ofSeconds(60);
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "[::1]", "localhost");

  private final OidcConfig config;
  private final AuthConfig auth;
  private final URI publicUrl;

  OidcSettings(OidcConfig config, AuthConfig auth, SessionConfig session, Seals seals) {
    this.config = config;
    this.auth = auth;
    this.publicUrl = session.publicUrl();
    if (auth.mode().provider()) {
      check(seals);
    }
  }

  boolean used() {
    return auth.mode().provider();
  }

  Issuer issuer() {
    return new Issuer(required(config.issuer(), "issuer"));
  }

  ClientID clientId() {
    return new ClientID(required(config.clientId(), "client-id"));
  }

  Secret clientSecret() {
    return new Secret(required(config.clientSecret(), "client-secret"));
  }

  Set<JWSAlgorithm> algorithms() {
    return config.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toSet());
  }

  /// Where the provider sends the browser back to; registered there.
  URI callback() {
    return here(CALLBACK);
  }

  /// Where the browser arrives after signing out at the provider; registered there.
  URI signedOut() {
    return here("/sign-in");
  }

  private URI here(String path) {
    return URI.create(publicUrl.toString().replaceAll("/+$", "") + path);
  }

  private void check(Seals seals) {
    URI issuer = required(config.issuer(), "issuer");
    required(config.clientId(), "client-id");
    required(config.clientSecret(), "client-secret");
    refuse(
        !"https".equals(issuer.getScheme()) && !THIS_MACHINE.contains(issuer.getHost()),
        "ciq.gateway.auth.oidc.issuer must be an https address: what it says is trusted");
    refuse(
        !seals.usable(),
        "ciq.seal.keys is missing: the provider's refresh tokens are stored sealed with them");
    refuse(
        config.recheckBy().compareTo(LONGEST_RECHECK) > 0
            || config.recheckAfter().compareTo(config.recheckBy()) > 0,
        "ciq.gateway.auth.oidc: recheck-after <= recheck-by <= PT60S is needed, or a change at the"
            + " provider would not hold here within a minute");
    refuse(
        !config.scopes().contains("openid"),
        "ciq.gateway.auth.oidc.scopes must contain openid: without it there is no ID token");
    refuse(
        algorithms().stream().anyMatch(each -> !JWSAlgorithm.Family.SIGNATURE.contains(each)),
        "ciq.gateway.auth.oidc.algorithms may only name signatures with a public key, such as"
            + " RS256");
  }

  private static <T> T required(Optional<T> value, String key) {
    return value.orElseThrow(
        () ->
            new IllegalStateException(
                "ciq.gateway.auth.oidc.%s is missing, which ciq.gateway.auth.mode needs"
                    .formatted(key)));
  }

  private static void refuse(boolean wrong, String why) {
    if (wrong) {
      throw new IllegalStateException(why);
    }
  }
}
