package io.competitoriq.analysis.ask;

/// Who worded an answer.
public enum Writer {
  /// The sources themselves: facts, changes and sentences, put together by rules.
  EXTRACTS,
  /// A language model, every claim held against what was found.
  MODEL
}
