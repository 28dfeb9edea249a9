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
  private final String page;

  UserAgent(FetchConfig config) {
    this.page = config.botPage().orElse(PROJECT);
    this.full = "%s/%s (+%s)".formatted(PRODUCT, VERSION, page);
  }

  /// The User-Agent header's value.
  public String full() {
    return full;
  }

  /// The same for a browser that works for us, in the form browsers and search engines use.
  ///
  /// @param browser its name and version, as `Chrome/156.0.0.0`
  public String inBrowser(String browser) {
    return "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; %s/%s; +%s) %s Safari/537.36"
        .formatted(PRODUCT, VERSION, page, browser);
  }
}
