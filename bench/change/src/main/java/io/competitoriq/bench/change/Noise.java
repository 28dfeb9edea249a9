package io.competitoriq.bench.change;

import java.util.Random;
import org.jsoup.nodes.Document;

/// Something that differs from visit to visit and means nothing.
@FunctionalInterface
interface Noise {

  /// Puts it into the page of one visit.
  ///
  /// @param place the same numbers at every visit: where it goes
  /// @param visit other numbers at every visit: what it shows
  /// @return false when the page has no place for it
  boolean add(Document page, Scene scene, Random place, Random visit);

  /// What operators know of a page.
  record Scene(MainContent main, Prose prose) {}
}
