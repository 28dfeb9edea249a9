package io.competitoriq.process.fact;

/// What an amount is multiplied by.
public enum BillingBasis {
  /// People: users, seats, agents, members.
  SEAT,
  /// What is used: events, hosts, hours, messages.
  USAGE
}
