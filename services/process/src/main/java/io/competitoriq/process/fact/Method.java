package io.competitoriq.process.fact;

/// How a fact was read.
public enum Method {
  /// Stated by the page in JSON-LD or microdata and seen in its text.
  JSONLD,
  /// From the data the page is drawn from, or from an interface's answer.
  DATA,
  /// By our rules from the text.
  RULE,
  /// From an entry of a feed.
  FEED,
  /// By a language model where our rules read no offer; its quote and amount stand in the text.
  MODEL
}
