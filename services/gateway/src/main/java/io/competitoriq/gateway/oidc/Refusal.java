package io.competitoriq.gateway.oidc;

import java.util.Locale;

/// Why somebody did not come in; the page says it in their language.
enum Refusal {
  /// The provider, or the person there, said no.
  REFUSED,
  /// The provider does not answer.
  PROVIDER_AWAY,
  /// Nothing the provider says about the person gives a role in a workspace here.
  NO_WORKSPACE,
  /// An account with that address exists, and nobody vouches that it is the same person.
  EMAIL_TAKEN,
  /// They would need a new account, and an operator lets none be made for now.
  SIGN_UP_OFF,
  /// The provider tells no e-mail address.
  EMAIL_MISSING,
  /// This browser began no such sign-in, or too long ago, or it came back before.
  EXPIRED,
  /// What the provider sent does not hold.
  FAILED;

  /// As it stands in the address of the page.
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
