package io.competitoriq.gateway.oidc;

/// A token is not what it should be, or the provider gives none. The message says why and never
/// carries the token.
final class TokenRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TokenRefused(String why) {
    super(why, null, false, false);
  }
}
