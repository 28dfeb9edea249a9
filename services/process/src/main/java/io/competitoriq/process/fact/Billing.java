package io.competitoriq.process.fact;

/// How often a price is paid.
public enum Billing {
  MONTHLY,
  YEARLY
}
