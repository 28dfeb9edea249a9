package io.competitoriq.messages;

/// The period an amount is asked for.
public enum BillingPeriod {
  MONTH,
  YEAR,
  ONCE,
  USAGE
}
