package io.competitoriq.messages;

/// Why a source is visited.
public enum VisitReason {
  /// First visit of a new source: the baseline.
  FIRST,
  SCHEDULED,
  /// Somebody pressed "visit now".
  REQUESTED
}
