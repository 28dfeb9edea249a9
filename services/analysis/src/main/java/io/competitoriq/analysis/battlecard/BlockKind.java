package io.competitoriq.analysis.battlecard;

/// Who keeps a block right.
public enum BlockKind {
  /// Words that wait for a human.
  PROSE,
  /// Facts that update themselves.
  LIVE
}
