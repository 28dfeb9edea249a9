package io.competitoriq.process.fact;

/// Whether a fact may be relied on.
public enum FactStatus {
  /// Its quote stands in the page.
  ACCEPTED,
  /// Stated, but no words of the page carry it.
  PROPOSED,
  /// A person says otherwise; only of facts as readers see them, never stored.
  OVERRIDDEN
}
