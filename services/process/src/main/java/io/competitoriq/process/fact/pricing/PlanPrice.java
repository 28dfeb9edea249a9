package io.competitoriq.process.fact.pricing;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.process.evidence.Quote;
import org.jspecify.annotations.Nullable;

/// A plan and what the page asks for it.
///
/// @param words the price as the page words it
record PlanPrice(String plan, Price price, String words, Quote quote) {

  boolean namesAmount() {
    return price.currency() != null;
  }

  @Nullable BillingPeriod period() {
    return price.period();
  }
}
