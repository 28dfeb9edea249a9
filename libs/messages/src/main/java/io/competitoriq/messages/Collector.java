package io.competitoriq.messages;

/// How a source is collected.
public enum Collector {
  /// Our own polite HTTP crawler.
  BUILTIN,
  /// RSS, Atom or JSON Feed, fetched by the same crawler.
  FEED,
  /// The list of a site's pages, by walking through it.
  SITE,
  /// An actor run on Apify.
  APIFY,
  /// A search engine result by SearchAPI.io.
  SEARCHAPI
}
