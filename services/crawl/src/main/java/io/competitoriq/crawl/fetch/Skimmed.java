package io.competitoriq.crawl.fetch;

import java.net.URI;
import java.time.Duration;

/// What a walk through a site wants to know of a page. The page itself is not kept, so it is not
/// hashed either.
public sealed interface Skimmed {
  /// Content.
  ///
  /// @param at where redirects ended
  record Page(URI at, Outline outline) implements Skimmed {}

  /// Nothing to read, now or later.
  record NoPage() implements Skimmed {}

  /// The server asked us to come back later.
  record Throttled(Duration delay, String reason) implements Skimmed {}

  /// The site did not answer properly.
  record Unavailable() implements Skimmed {}
}
