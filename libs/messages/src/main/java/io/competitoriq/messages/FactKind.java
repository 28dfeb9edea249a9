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
  /// What a plan includes, or how much of it.
  FEATURE,
  /// Something on sale that is no plan.
  PRODUCT,
  /// Somebody who works for or leads the company, and as what.
  PERSON,
  /// A way to reach the company: a profile, an address, a number.
  CONTACT,
  /// Software the site visibly runs on.
  TECHNOLOGY
}
