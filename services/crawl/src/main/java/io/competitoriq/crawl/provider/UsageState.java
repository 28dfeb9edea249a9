package io.competitoriq.crawl.provider;

/// How far a call to a provider is.
public enum UsageState {
  /// Money is reserved, and the call is under way or its end is not known yet.
  OPEN,
  /// The provider answered, whatever it said.
  ANSWERED,
  /// No answer came; what the call may have cost counts as spent.
  NO_ANSWER,
  /// Nothing went out.
  NOT_SENT
}
