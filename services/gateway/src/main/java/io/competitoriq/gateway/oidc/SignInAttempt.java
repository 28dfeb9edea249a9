package io.competitoriq.gateway.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A browser on its way to the provider: what must come back with it, and what proves that it is
/// the same browser.
record SignInAttempt(
    State state, Nonce nonce, CodeVerifier verifier, String returnPath, Instant expiresAt) {

  /// Long enough for a second factor, short enough for a forgotten tab.
  static final Duration LIFETIME = Duration.ofMinutes(10);

  static SignInAttempt begin(String returnPath, Instant now) {
    return new SignInAttempt(
        new State(), new Nonce(), new CodeVerifier(), returnPath, now.plus(LIFETIME));
  }

  String toText() {
    return String.join(
        " ",
        state.getValue(),
        nonce.getValue(),
        verifier.getValue(),
        String.valueOf(expiresAt.getEpochSecond()),
        returnPath);
  }

  static Optional<SignInAttempt> parse(String text) {
    String[] parts = text.split(" ", 5);
    return parts.length == 5
        ? Optional.of(
            new SignInAttempt(
                new State(parts[0]),
                new Nonce(parts[1]),
                new CodeVerifier(parts[2]),
                parts[4],
                Instant.ofEpochSecond(Long.parseLong(parts[3]))))
        : Optional.empty();
  }
}
