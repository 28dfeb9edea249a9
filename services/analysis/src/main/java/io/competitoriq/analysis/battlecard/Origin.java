package io.competitoriq.analysis.battlecard;

/// Where the words of a block come from. Whoever edits them makes them a human's.
public enum Origin {
  HUMAN,
  /// Proposed by a language model and accepted by a human.
  MODEL,
  /// Proposed by rules from facts and signals and accepted by a human.
  RULES,
  /// Saved from an answer to a question.
  ANSWER
}
