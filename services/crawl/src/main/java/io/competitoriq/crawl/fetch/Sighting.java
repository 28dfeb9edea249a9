package io.competitoriq.crawl.fetch;

import java.util.Optional;

/// A page as the server sent it, for somebody who may want to see it in a browser as well.
///
/// @param collected what came of it without a browser
/// @param renderable the answer, when it is a web page that a browser may show: content, or too
///   little to be content; a refusal or an error is none
/// @param shell whether the page is little without its scripts
/// @param outline where the page leads; a page that is not kept leads nowhere
public record Sighting(
    Collected collected, Optional<FetchedPage> renderable, boolean shell, Outline outline) {

  /// Nothing for a browser.
  static Sighting of(Collected collected) {
    return new Sighting(collected, Optional.empty(), false, Outline.NONE);
  }
}
