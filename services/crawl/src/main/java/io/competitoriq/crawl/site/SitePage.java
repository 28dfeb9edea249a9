package io.competitoriq.crawl.site;

/// A page of the site, as far as the walk knows it.
///
/// @param url canonical address
/// @param depth links from the start; 0 for the start and what the sitemap names
/// @param linked whether a page of the walk links to it; false: only the sitemap names it
/// @param title empty until it was read
record SitePage(String url, int depth, boolean linked, State state, String title) {

  /// How far the walk got with a page.
  enum State {
    WAITING,
    READ,
    /// The site could not answer: it stays on the list, for trouble is no removal.
    IN_TROUBLE,
    /// Missing, refused by robots.txt, elsewhere, or nothing to read.
    NOT_A_PAGE
  }

  SitePage as(State now, String itsTitle) {
    return new SitePage(url, depth, linked, now, itsTitle);
  }

  SitePage asLinked() {
    return linked ? this : new SitePage(url, depth, true, state, title);
  }
}
