package io.competitoriq.messages;

/// What happened to a block or a fact between two versions.
public enum ChangeKind {
  ADDED,
  REMOVED,
  MODIFIED,
  /// The same text at another place.
  MOVED
}
