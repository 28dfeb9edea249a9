package io.competitoriq.analysis.signal;

/// What a person decided about a signal.
public enum Triage {
  NEW,
  SAVED,
  DONE,
  DISMISSED
}
