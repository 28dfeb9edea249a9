package io.competitoriq.competitors.discovery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// `ciq.competitors.discovery.*`: how much a look around may ask of a site.
@ConfigMapping(prefix = "ciq.competitors.discovery")
public interface DiscoveryConfig {

  /// Pages and feeds asked for besides the home page, robots.txt and sitemaps.
  @WithDefault("12")
  int maxPages();

  /// Sitemap files read at most, an index included.
  @WithDefault("3")
  int maxSitemaps();

  /// Pause before each request, so that a small site does not feel it.
  @WithDefault("250ms")
  Duration pause();

  /// Longest wait for one answer, redirects included.
  @WithDefault("10s")
  Duration requestTimeout();

  /// Largest answer read, in bytes.
  @WithDefault("3000000")
  int maxBytes();

  /// No further request is begun after this time; what was found until then is the result.
  @WithDefault("60s")
  Duration budget();

  /// A running discovery nobody has heard of for this long is shown as failed.
  @WithDefault("5m")
  Duration abandonedAfter();

  /// What our crawler calls itself, in requests and when it reads robots.txt.
  @WithDefault("CompetitorIQ")
  String robotName();
}
