package io.competitoriq.process.fact.pricing;

import io.competitoriq.messages.BillingPeriod;
import org.jspecify.annotations.Nullable;

/// What a text asks for.
///
/// @param amountMinor minor units of `currency`; null for "contact us" and for amounts finer than a
///   minor unit
/// @param currency ISO 4217; null when the text names none ("Free", "Contact us")
/// @param period null when the text names none
/// @param billedYearly asked for each month and paid once a year
/// @param perSeat asked for each user, seat, agent or member
/// @param from the lowest of several ("from $9", "$99+")
/// @param contactSales the price is told on request only
/// @param free nothing is asked
/// @param start first character of the price in the text
/// @param end one past the last, period words included
public record Price(
    @Nullable Long amountMinor,
    @Nullable String currency,
    @Nullable BillingPeriod period,
    boolean billedYearly,
    boolean perSeat,
    boolean from,
    boolean contactSales,
    boolean free,
    int start,
    int end) {

  /// The same price with the period another text names.
  Price withPeriod(@Nullable BillingPeriod other) {
    return with(other, billedYearly);
  }

  /// The same price as another text beside it says it is billed.
  ///
  /// @param yearly counts for monthly prices only: a price of a year is billed yearly anyway
  Price with(@Nullable BillingPeriod other, boolean yearly) {
    return new Price(
        amountMinor,
        currency,
        other,
        yearly && other == BillingPeriod.MONTH,
        perSeat,
        from,
        contactSales,
        free,
        start,
        end);
  }
}
