package io.competitoriq.crawl.fetch;

/// What a collector came for.
public enum Expectation {
  WEB_PAGE(
      "text/html,application/xhtml+xml,text/plain;q=0.8,application/pdf;q=0.8,"
          + "application/json;q=0.7,*/*;q=0.1"),
  FEED(
      "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,"
          + "text/xml;q=0.9,application/json;q=0.8,*/*;q=0.1");

  private final String accept;

  Expectation(String accept) {
    this.accept = accept;
  }

  /// The Accept header that says so.
  String accept() {
    return accept;
  }
}
