package io.competitoriq.analysis.share;

/// What can be shared.
public enum ShareKind {
  EDITION,
  SIGNAL
}
