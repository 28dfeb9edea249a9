package io.competitoriq.messages;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/// An offer as a language model read it. A proposal: it counts once its quote stands in the page
/// and states the amount.
///
/// @param plan what is offered, as the page words it
/// @param amount in major units with a decimal point ("49.90"); null where the price is told on
///   request
/// @param currency ISO 4217 code, present exactly when an amount is
/// @param period the amount is asked for; null where the page does not say
/// @param unit what one amount buys, as the page words it ("user"); null where the page does not
///   say
/// @param from the lowest of several prices
/// @param quote words of the page that state the offer, exactly
public record ReadOffer(
    String plan,
    @Nullable String amount,
    @Nullable String currency,
    @Nullable BillingPeriod period,
    @Nullable String unit,
    boolean from,
    String quote) {

  public ReadOffer {
    Require.text(plan, "plan");
    requireNonNull(quote, "quote");
    if ((amount == null) != (currency == null)) {
      throw new IllegalArgumentException("an amount and its currency go together");
    }
    if (amount != null && !amount.matches("\\d{1,12}(\\.\\d{1,4})?")) {
      throw new IllegalArgumentException("amount must be decimal digits: " + amount);
    }
    if (currency != null && !currency.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException("currency must be an ISO 4217 code: " + currency);
    }
  }
}
