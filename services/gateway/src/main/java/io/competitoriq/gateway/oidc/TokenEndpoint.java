package io.competitoriq.gateway.oidc;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// Asks the provider for tokens, as the confidential client the gateway is.
///
/// Every call fails with [TokenRefused] when the provider gives none to this person, and with
/// [ProviderAway] when it does not answer or refuses us instead of the person: that is for an
/// operator to mend and nobody's session ends by it.
@ApplicationScoped
class TokenEndpoint {

  private final ProviderDirectory directory;
  private final ProviderCalls calls;
  private final OidcSettings settings;

  TokenEndpoint(ProviderDirectory directory, ProviderCalls calls, OidcSettings settings) {
    this.directory = directory;
    this.calls = calls;
    this.settings = settings;
  }

  /// The tokens for a code, which is good once.
  Uni<OIDCTokens> exchange(AuthorizationCode code, CodeVerifier verifier) {
    return ask(new AuthorizationCodeGrant(code, settings.callback(), verifier));
  }

  /// New tokens for an old one, which may be good once.
  Uni<OIDCTokens> refresh(RefreshToken token) {
    return ask(new RefreshTokenGrant(token));
  }

  private Uni<OIDCTokens> ask(AuthorizationGrant grant) {
    return directory
        .entry(ProviderDirectory.KEPT)
        .map(
            entry ->
                new TokenRequest.Builder(
                        entry.metadata().getTokenEndpointURI(),
                        authentication(entry.metadata()),
                        grant)
                    .build()
                    .toHTTPRequest())
        .chain(calls::send)
        .map(TokenEndpoint::tokens)
        .onFailure(ProviderAway.class)
        .invoke(directory::forget);
  }

  private ClientAuthentication authentication(OIDCProviderMetadata metadata) {
    var methods = metadata.getTokenEndpointAuthMethods();
    boolean basic =
        methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    return basic
        ? new ClientSecretBasic(settings.clientId(), settings.clientSecret())
        : new ClientSecretPost(settings.clientId(), settings.clientSecret());
  }

  private static OIDCTokens tokens(HTTPResponse answer) {
    try {
      TokenResponse response = OIDCTokenResponseParser.parse(answer);
      return response instanceof OIDCTokenResponse given
          ? given.getOIDCTokens()
          : refused(answer, response.toErrorResponse().getErrorObject());
    } catch (ParseException unreadable) {
      throw new ProviderAway(
          "tokens: status %d, %s".formatted(answer.getStatusCode(), unreadable.getMessage()));
    }
  }

  private static OIDCTokens refused(HTTPResponse answer, @Nullable ErrorObject error) {
    if (error != null && OAuth2Error.INVALID_GRANT.equals(error)) {
      throw new TokenRefused("invalid_grant: " + error.getDescription());
    }
    throw new ProviderAway(
        "tokens: status %d, %s"
            .formatted(answer.getStatusCode(), error == null ? "no reason" : error.getCode()));
  }
}
