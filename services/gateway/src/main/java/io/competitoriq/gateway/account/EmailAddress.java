package io.competitoriq.gateway.account;

import java.util.Locale;

/// The name an account signs in with: trimmed and in lower case, so that one person has one.
public record EmailAddress(String value) {

  public EmailAddress {
    value = value.strip().toLowerCase(Locale.ROOT);
  }
}
