package io.competitoriq.gateway.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// Checks what the provider signs: signature by one of its published keys, an algorithm that is
/// allowed, issuer, audience, expiry and nonce (OpenID Connect Core 3.1.3.7, Back-Channel Logout
/// 2.6). A key that is not known yet makes it look for new ones once.
///
/// Every check fails with [TokenRefused], or with [ProviderAway] when its keys cannot be read.
@ApplicationScoped
class TokenVerifier {

  private final ProviderDirectory directory;
  private final OidcSettings settings;

  TokenVerifier(ProviderDirectory directory, OidcSettings settings) {
    this.directory = directory;
    this.settings = settings;
  }

  /// @param nonce what the token must carry; null where it was not asked for by a browser
  Uni<IDTokenClaimsSet> idToken(JWT token, @Nullable Nonce nonce) {
    return keysFor(token)
        .map(
            keys ->
                checked(
                    () ->
                        new IDTokenValidator(settings.issuer(), settings.clientId(), keys, null)
                            .validate(token, nonce)));
  }

  /// A token by which the provider ends sessions.
  Uni<LogoutTokenClaimsSet> logoutToken(JWT token) {
    return keysFor(token)
        .map(
            keys ->
                checked(
                    () ->
                        new LogoutTokenValidator(settings.issuer(), settings.clientId(), keys, null)
                            .validate(token)));
  }

  private Uni<JWSVerificationKeySelector<SecurityContext>> keysFor(JWT token) {
    return directory
        .entry(ProviderDirectory.KEPT)
        .chain(
            entry -> isKnown(token, entry) ? Uni.createFrom().item(entry) : directory.withNewKeys())
        .map(
            entry ->
                new JWSVerificationKeySelector<>(
                    settings.algorithms(), new ImmutableJWKSet<>(entry.keys())));
  }

  private static boolean isKnown(JWT token, ProviderDirectory.Entry entry) {
    return !(token.getHeader() instanceof JWSHeader header)
        || entry.keys().getKeyByKeyId(header.getKeyID()) != null;
  }

  private interface Check<T> {
    T run() throws BadJOSEException, JOSEException;
  }

  private static <T> T checked(Check<T> check) {
    try {
      return check.run();
    } catch (BadJOSEException | JOSEException refused) {
      throw new TokenRefused(String.valueOf(refused.getMessage()));
    }
  }
}
