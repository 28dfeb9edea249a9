package io.competitoriq.process.change;

/// How sure we are that a change is one.
public enum ChangeStatus {
  /// Waits for the next visit.
  CANDIDATE,
  CONFIRMED,
  /// Turned out to be noise; the reason says why.
  SUPPRESSED
}
