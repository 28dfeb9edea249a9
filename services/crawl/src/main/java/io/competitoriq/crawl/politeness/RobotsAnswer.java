package io.competitoriq.crawl.politeness;

import java.time.Duration;
import java.util.Optional;

/// What a site's robots.txt says about an address.
sealed interface RobotsAnswer {
  /// Go, at most once per `delay` when one is given.
  record Allowed(Optional<Duration> delay) implements RobotsAnswer {}

  /// Stay out.
  record Disallowed() implements RobotsAnswer {}

  /// The site cannot tell right now, which means "not now" (RFC 9309, 2.3.1.4).
  record Unknown(String reason) implements RobotsAnswer {}
}
