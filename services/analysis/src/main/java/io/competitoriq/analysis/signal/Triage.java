package io.competitoriq.analysis.signal;

/// What a person decided about a signal.
public enum Triage {
  NEW,
  /// Read, and nothing decided.
  SEEN,
  SAVED,
  /// Back as NEW when its [Until] has come.
  SNOOZED,
  DONE,
  /// Not relevant.
  DISMISSED,
  /// And what follows from the same source in the same category is muted as well, while it holds.
  MUTED
}
