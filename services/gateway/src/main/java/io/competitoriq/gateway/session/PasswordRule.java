package io.competitoriq.gateway.session;

import io.competitoriq.http.Problems;

/// Whether passwords that are kept here open anything.
final class PasswordRule {

  private PasswordRule() {}

  /// @throws io.competitoriq.http.ProblemException 403 where people only come through the provider
  static void require(AuthConfig auth) {
    if (!auth.mode().passwords()) {
      throw throughProvider();
    }
  }

  static RuntimeException throughProvider() {
    return Problems.forbidden(
        "sign-in-by-provider",
        "You sign in through the identity provider: use its button on the sign-in page.");
  }
}
