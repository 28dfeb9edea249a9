package io.competitoriq.analysis.ask;

/// How far a language model has come with an answer.
public enum ModelState {
  /// Nobody was asked.
  NONE,
  PENDING,
  DONE,
  /// It came to nothing; the answer from extracts stays.
  FAILED
}
