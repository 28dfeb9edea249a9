package io.competitoriq.process.fact;

/// How a fact was read.
public enum Method {
  /// Stated by the page in JSON-LD and seen in its text.
  JSONLD,
  /// By our rules from the text.
  RULE,
  /// From an entry of a feed.
  FEED
}
