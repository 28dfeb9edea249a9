package io.competitoriq.messages;

/// What a signal is about.
public enum Category {
  PRICING,
  PRODUCT,
  POSITIONING,
  HIRING,
  NEWS,
  LEADERSHIP,
  LEGAL,
  OTHER
}
