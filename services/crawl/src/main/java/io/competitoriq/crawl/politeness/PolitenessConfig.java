package io.competitoriq.crawl.politeness;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How we behave towards the sites we visit.
@ConfigMapping(prefix = "ciq.crawl.politeness")
interface PolitenessConfig {
  /// How long a robots.txt is believed (RFC 9309: at most a day).
  @WithDefault("24h")
  Duration robotsAge();

  /// How old the last good robots.txt may be while the site cannot show it; after that we stay out.
  @WithDefault("30d")
  Duration robotsInTrouble();

  /// Sites whose robots.txt is remembered at the same time.
  @WithDefault("10000")
  int robotsRemembered();

  /// Reading a robots.txt takes at most this long.
  @WithDefault("10s")
  Duration robotsTimeout();

  /// Longest crawl-delay that is obeyed; a longer one counts as this.
  @WithDefault("60s")
  Duration longestDelay();

  /// Whether a visit that had to read robots.txt first waits for the host's delay before it asks
  /// for the page.
  @WithDefault("true")
  boolean pauseAfterRobots();
}
