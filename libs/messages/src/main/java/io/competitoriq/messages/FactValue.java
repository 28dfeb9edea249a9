package io.competitoriq.messages;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The value of a fact: the page's own words, and the amount where they state one.
///
/// @param text as the page words it
/// @param amountMinor minor units of `currency` (ISO 4217 exponent), null where the page names no
///   amount
/// @param currency ISO 4217 code, present exactly when an amount is
public record FactValue(
    String text,
    @Nullable Long amountMinor,
    @Nullable String currency,
    @Nullable BillingPeriod period) {

  public FactValue {
    Objects.requireNonNull(text, "text");
    if ((amountMinor == null) != (currency == null)) {
      throw new IllegalArgumentException("an amount and its currency go together");
    }
    if (currency != null && !currency.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException("currency must be an ISO 4217 code: " + currency);
    }
  }

  /// A value that is words only.
  public static FactValue ofText(String text) {
    return new FactValue(text, null, null, null);
  }
}
