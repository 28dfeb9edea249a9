package io.competitoriq.process.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an offer says besides its amount. Of a price: how it is billed, for what and from which
/// price it was lowered; of a plan: how long it may be tried and how much of what it holds.
///
/// @param billing how often it is paid; null where the page does not say
/// @param basis what the amount is multiplied by; null where the page does not say
/// @param unit what one amount buys, as the page words it ("user", "1,000 events", "day")
/// @param from the lowest of several prices
/// @param upToMinor the upper end of a range, in minor units of the price's currency
/// @param listMinor the price that is crossed out or named as the former one, in minor units
/// @param step the quantity the price holds for, where one is chosen ("5,000 contacts")
/// @param addOn bought on top of a plan
/// @param contactSales told on request only
/// @param trialDays how many days the plan may be tried for nothing
/// @param limits how much of what the plan holds
public record OfferTerms(
    @Nullable Billing billing,
    @Nullable BillingBasis basis,
    @Nullable String unit,
    boolean from,
    @Nullable Long upToMinor,
    @Nullable Long listMinor,
    @Nullable String step,
    boolean addOn,
    boolean contactSales,
    @Nullable Integer trialDays,
    List<OfferLimit> limits) {

  public OfferTerms {
    limits = List.copyOf(limits);
  }

  /// The terms of a plan.
  public static OfferTerms ofPlan(@Nullable Integer trialDays, List<OfferLimit> limits) {
    return new OfferTerms(
        null, null, null, false, null, null, null, false, false, trialDays, limits);
  }
}
