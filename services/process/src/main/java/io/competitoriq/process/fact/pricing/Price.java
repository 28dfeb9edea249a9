package io.competitoriq.process.fact.pricing;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.process.fact.Billing;
import org.jspecify.annotations.Nullable;

/// What a text asks for.
///
/// @param amountMinor minor units of `currency`; null for "contact us" and for amounts finer than a
///   minor unit
/// @param upToMinor the upper end of a range ("$10–$20"), in minor units
/// @param currency ISO 4217; null when the text names none ("Free", "Contact us")
/// @param period null when the text names none
/// @param billing how often it is paid, where the text says so
/// @param unit what one amount buys ("user", "1,000 events", "day")
/// @param perSeat asked for each user, seat, agent or member
/// @param role what the amount is among the amounts of its offer
/// @param from the lowest of several ("from $9", "$99+")
/// @param contactSales the price is told on request only
/// @param free nothing is asked
/// @param start first character of the price in the text
/// @param end one past the last, period words included
public record Price(
    @Nullable Long amountMinor,
    @Nullable Long upToMinor,
    @Nullable String currency,
    @Nullable BillingPeriod period,
    @Nullable Billing billing,
    @Nullable String unit,
    boolean perSeat,
    Role role,
    boolean from,
    boolean contactSales,
    boolean free,
    int start,
    int end) {

  /// What an amount is among the amounts of its offer.
  public enum Role {
    /// What is asked.
    ASKED,
    /// On top of what is asked ("+ $3 per employee").
    EXTRA,
    /// For the first while only ("$1 for the first month").
    INTRODUCTORY,
    /// What was asked before ("was $99", "RRP £110").
    FORMER
  }

  /// Asked for each month and paid once a year.
  public boolean billedYearly() {
    return period == BillingPeriod.MONTH && billing == Billing.YEARLY;
  }

  /// The same price with the period another text names.
  Price withPeriod(@Nullable BillingPeriod other) {
    return with(other, billing);
  }

  /// The same price as another text beside it says it is billed.
  Price with(@Nullable BillingPeriod other, @Nullable Billing paid) {
    return new Price(
        amountMinor,
        upToMinor,
        currency,
        other,
        paid,
        unit,
        perSeat,
        role,
        from,
        contactSales,
        free,
        start,
        end);
  }

  /// The same price for each of what another text names.
  Price each(@Nullable String what, boolean seat) {
    return new Price(
        amountMinor,
        upToMinor,
        currency,
        period,
        billing,
        what,
        seat,
        role,
        from,
        contactSales,
        free,
        start,
        end);
  }

  Price as(Role other) {
    return new Price(
        amountMinor,
        upToMinor,
        currency,
        period,
        billing,
        unit,
        perSeat,
        other,
        from,
        contactSales,
        free,
        start,
        end);
  }

  /// The same price as the lowest of several.
  Price least() {
    return new Price(
        amountMinor,
        upToMinor,
        currency,
        period,
        billing,
        unit,
        perSeat,
        role,
        true,
        contactSales,
        free,
        start,
        end);
  }

  /// The same price as the lower end of a range.
  Price upTo(@Nullable Long highest) {
    return new Price(
        amountMinor,
        highest,
        currency,
        period,
        billing,
        unit,
        perSeat,
        role,
        true,
        contactSales,
        free,
        start,
        end);
  }

  /// Another amount asked in the same way.
  Price asking(@Nullable Long minor, @Nullable String money) {
    return new Price(
        minor,
        null,
        money,
        period,
        billing,
        unit,
        perSeat,
        role,
        from,
        contactSales,
        minor != null && minor == 0,
        start,
        end);
  }

  /// The same price in a text that goes on before it.
  Price behind(int characters) {
    return new Price(
        amountMinor,
        upToMinor,
        currency,
        period,
        billing,
        unit,
        perSeat,
        role,
        from,
        contactSales,
        free,
        start + characters,
        end + characters);
  }

  boolean namesAmount() {
    return currency != null;
  }
}
