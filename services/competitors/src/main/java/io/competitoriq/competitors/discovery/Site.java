package io.competitoriq.competitors.discovery;

import io.competitoriq.competitors.source.PageUrl;
import java.util.Optional;

/// The site a look around is about.
///
/// @param front its home page, empty until it was read
record Site(PageUrl home, SiteBorder border, Optional<PageOutline> front) {

  /// As the address promises.
  static Site expected(PageUrl home) {
    return new Site(home, SiteBorder.around(home.value()), Optional.empty());
  }

  /// As it turned out to be: acme.com may live at www.acme.io.
  static Site found(PageUrl home, PageOutline front) {
    return new Site(home, SiteBorder.around(home.value()), Optional.of(front));
  }

  boolean isHome(PageUrl page) {
    return page.likeness().equals(home.likeness());
  }

  /// True for the home page at another address: sites that answer everything answer with it.
  boolean isFront(PageOutline page) {
    return front.filter(page::saysTheSameAs).isPresent();
  }
}
