package io.competitoriq.process.ignore;

/// How an ignore rule finds what it covers.
public enum RuleKind {
  /// Blocks that contain the text, whatever its case.
  TEXT,
  /// Parts of texts that match, in RE2 syntax; what differs outside of them stays news.
  REGEX,
  /// Blocks inside the elements a CSS selector finds.
  SELECTOR
}
