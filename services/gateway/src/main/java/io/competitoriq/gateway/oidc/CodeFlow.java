package io.competitoriq.gateway.oidc;

import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.competitoriq.gateway.audit.Origin;
import io.competitoriq.gateway.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// The way to the provider and back: authorization code flow with PKCE, state and nonce (OpenID
/// Connect Core 3.1, RFC 7636, RFC 9700).
@ApplicationScoped
class CodeFlow {

  /// Nobody is sent to a provider that was not there a moment ago.
  private static final Duration SEEN = Duration.ofSeconds(5);

  private final ProviderDirectory directory;
  private final TokenEndpoint tokens;
  private final TokenVerifier verifier;
  private final GrantRules rules;
  private final Admission admission;
  private final OidcSettings settings;
  private final OidcConfig config;
  private final Clock clock;

  CodeFlow(
      ProviderDirectory directory,
      TokenEndpoint tokens,
      TokenVerifier verifier,
      GrantRules rules,
      Admission admission,
      OidcSettings settings,
      OidcConfig config,
      Clock clock) {
    this.directory = directory;
    this.tokens = tokens;
    this.verifier = verifier;
    this.rules = rules;
    this.admission = admission;
    this.settings = settings;
    this.config = config;
    this.clock = clock;
  }

  /// @param address where the browser goes now
  record Begun(SignInAttempt attempt, URI address) {}

  /// Begins an attempt. Fails with [ProviderAway].
  Uni<Begun> begin(String returnPath) {
    return directory
        .entry(SEEN)
        .map(
            entry -> {
              var attempt = SignInAttempt.begin(returnPath, clock.instant());
              return new Begun(attempt, address(entry.metadata(), attempt));
            });
  }

  /// Ends it with a session. Fails with [Refused].
  ///
  /// @param answer the address the provider sent the browser back to
  Uni<Sessions.Opened> complete(URI answer, SignInAttempt attempt, Origin origin) {
    return tokens
        .exchange(code(answer), attempt.verifier())
        .chain(given -> vouched(given, attempt))
        .chain(vouched -> admission.admit(vouched, origin));
  }

  /// Where a browser goes to end the provider's session; empty when the provider has no such place
  /// or is away.
  Uni<Optional<URI>> farewell(String idToken) {
    return directory
        .entry(ProviderDirectory.KEPT)
        .map(entry -> farewell(entry.metadata(), idToken))
        .onFailure(ProviderAway.class)
        .recoverWithItem(Optional.empty());
  }

  private Optional<URI> farewell(OIDCProviderMetadata metadata, String idToken) {
    return Optional.ofNullable(metadata.getEndSessionEndpointURI())
        .map(
            end -> {
              try {
                return new LogoutRequest(end, JWTParser.parse(idToken), settings.signedOut(), null)
                    .toURI();
              } catch (java.text.ParseException impossible) {
                throw new IllegalStateException("it was verified before it was stored");
              }
            });
  }

  private URI address(OIDCProviderMetadata metadata, SignInAttempt attempt) {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE,
            new Scope(config.scopes().toArray(String[]::new)),
            settings.clientId(),
            settings.callback())
        .endpointURI(metadata.getAuthorizationEndpointURI())
        .state(attempt.state())
        .nonce(attempt.nonce())
        .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  private AuthorizationCode code(URI answer) {
    AuthenticationResponse response;
    try {
      response = AuthenticationResponseParser.parse(answer);
    } catch (ParseException unreadable) {
      throw new Refused(Refusal.FAILED);
    }
    if (response.getIssuer() != null && !response.getIssuer().equals(settings.issuer())) {
      throw new Refused(Refusal.FAILED);
    }
    if (!response.indicatesSuccess()) {
      var error = response.toErrorResponse().getErrorObject();
      boolean away =
          OAuth2Error.TEMPORARILY_UNAVAILABLE.equals(error)
              || OAuth2Error.SERVER_ERROR.equals(error);
      throw new Refused(away ? Refusal.PROVIDER_AWAY : Refusal.REFUSED);
    }
    return Optional.ofNullable(response.toSuccessResponse().getAuthorizationCode())
        .orElseThrow(() -> new Refused(Refusal.FAILED));
  }

  private Uni<Admission.Vouched> vouched(OIDCTokens given, SignInAttempt attempt) {
    if (given.getIDToken() == null) {
      throw new TokenRefused("the provider gave no ID token: the scope openid is missing there");
    }
    if (given.getRefreshToken() == null) {
      throw new TokenRefused(
          "the provider gave no refresh token, so nobody could tell whether the person still may:"
              + " add offline_access to ciq.gateway.auth.oidc.scopes, or allow it there");
    }
    return verifier
        .idToken(given.getIDToken(), attempt.nonce())
        .map(
            claims -> {
              var values = Identity.claims(claims);
              Grant grant =
                  rules.grant(values).orElseThrow(() -> new Refused(Refusal.NO_WORKSPACE));
              return new Admission.Vouched(
                  Identity.of(settings.issuer().getValue(), values),
                  grant,
                  given,
                  config.linkVerifiedEmail());
            });
  }
}
