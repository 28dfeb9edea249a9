package io.competitoriq.analysis.ask;

/// How far a question was answered.
public enum Verdict {
  ANSWERED,
  /// Some of it; the note says what is missing.
  PARTIAL,
  /// It may be asked, and what is collected does not tell.
  INSUFFICIENT,
  /// Not about what the watched competitors publish.
  OUT_OF_SCOPE
}
