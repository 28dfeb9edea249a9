package io.competitoriq.gateway.oidc;

/// The provider did not answer, or not as a provider does. The message says what was tried; it
/// never carries a token.
final class ProviderAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ProviderAway(String what) {
    super(what, null, false, false);
  }
}
