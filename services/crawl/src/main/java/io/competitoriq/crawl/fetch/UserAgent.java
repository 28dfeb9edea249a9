package io.competitoriq.crawl.fetch;

import jakarta.enterprise.context.ApplicationScoped;

/// Who we say we are: always the truth, with a page that explains it.
@ApplicationScoped
public class UserAgent {
  /// The name robots.txt files address us by.
  public static final String PRODUCT = "CompetitorIQBot";

  private static final String VERSION = "0.1";
  private static final String PROJECT = "https://github.com/competitoriq/competitoriq";

  private final String full;

  UserAgent(FetchConfig config) {
    this.full = "%s/%s (+%s)".formatted(PRODUCT, VERSION, config.botPage().orElse(PROJECT));
  }

  /// The User-Agent header's value.
  public String full() {
    return full;
  }
}
