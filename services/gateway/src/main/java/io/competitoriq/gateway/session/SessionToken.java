package io.competitoriq.gateway.session;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The secret in a browser's cookie: 256 random bits that mean nothing but themselves.
///
/// @param value 43 characters of URL-safe Base64
public record SessionToken(String value) {

  private static final int BYTES = 32;
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

  public SessionToken {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a session token");
    }
  }

  static SessionToken random(SecureRandom random) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /// The token in a cookie's value; empty when it cannot be one of ours.
  static Optional<SessionToken> parse(@Nullable String value) {
    return value != null && SHAPE.matcher(value).matches()
        ? Optional.of(new SessionToken(value))
        : Optional.empty();
  }

  /// What the database keeps: whoever reads it cannot sign in with it.
  String hash() {
    return Sha256.hex(value);
  }

  /// Keeps the secret out of logs.
  @Override
  public String toString() {
    return "SessionToken[...]";
  }
}
