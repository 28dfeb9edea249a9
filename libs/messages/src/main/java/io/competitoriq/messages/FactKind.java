package io.competitoriq.messages;

/// What a typed fact states.
public enum FactKind {
  /// An amount asked for a plan.
  PRICE,
  /// A plan on offer, with or without a price.
  PLAN,
  /// A post, release note or news item.
  POST,
  JOB_OPENING,
  FEATURE
}
