package io.competitoriq.analysis.battlecard;

/// Where the draft of a card stands. Every edit makes it a DRAFT again; readers keep the version
/// that was published last.
public enum CardState {
  DRAFT,
  IN_REVIEW,
  /// Somebody vouches for this draft; it may be published.
  APPROVED,
  /// The draft is what readers see.
  PUBLISHED
}
