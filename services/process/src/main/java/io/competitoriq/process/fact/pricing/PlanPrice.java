package io.competitoriq.process.fact.pricing;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.process.evidence.Quote;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A plan and what the page asks for it.
///
/// @param words the price as the page words it
/// @param quote null when the page holds the price in its data only
/// @param listMinor the crossed-out price beside it, in minor units
/// @param step the quantity it holds for, where one is chosen
/// @param addOn bought on top of a plan
record PlanPrice(
    String plan,
    Price price,
    String words,
    @Nullable Quote quote,
    @Nullable Long listMinor,
    @Nullable String step,
    boolean addOn) {

  PlanPrice(String plan, Price price, String words, @Nullable Quote quote) {
    this(plan, price, words, quote, null, null, false);
  }

  boolean namesAmount() {
    return price.namesAmount();
  }

  @Nullable BillingPeriod period() {
    return price.period();
  }

  boolean isSameStep(PlanPrice other) {
    return plan.equalsIgnoreCase(other.plan) && Objects.equals(step, other.step);
  }

  /// The same price where something else holds besides its step.
  PlanPrice at(String more) {
    return new PlanPrice(plan, price, words, quote, listMinor, step + ", " + more, addOn);
  }

  /// The same price under a heading that tells it from another of its name.
  PlanPrice in(String heading) {
    return new PlanPrice(plan, price, words, quote, listMinor, heading, addOn);
  }

  PlanPrice loweredFrom(@Nullable Long former) {
    return new PlanPrice(plan, price, words, quote, former, step, addOn);
  }

  PlanPrice asking(Price other) {
    return new PlanPrice(plan, other, words, quote, listMinor, step, addOn);
  }
}
