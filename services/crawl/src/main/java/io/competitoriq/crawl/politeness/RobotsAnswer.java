package io.competitoriq.crawl.politeness;

import java.time.Duration;
import java.util.Optional;

/// What a site's robots.txt says about an address.
sealed interface RobotsAnswer {
  /// Go, at most once per `delay` when one is given.
  ///
  /// @param askedNow whether the site was asked for its robots.txt just now, which was a request
  ///   too
  record Allowed(Optional<Duration> delay, boolean askedNow) implements RobotsAnswer {}

  /// Stay out.
  record Disallowed() implements RobotsAnswer {}

  /// The site cannot tell right now, which means "not now" (RFC 9309, 2.3.1.4).
  record Unknown(String reason) implements RobotsAnswer {}
}
