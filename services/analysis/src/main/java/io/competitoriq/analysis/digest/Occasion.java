package io.competitoriq.analysis.digest;

/// Why an edition was compiled.
public enum Occasion {
  /// Its period was over.
  SCHEDULED,
  /// Somebody asked for it.
  ON_DEMAND
}
