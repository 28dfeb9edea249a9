package io.competitoriq.competitors.discovery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// `ciq.competitors.discovery.*`: how much a look around may ask of a site.
@ConfigMapping(prefix = "ciq.competitors.discovery")
public interface DiscoveryConfig {

  /// Pages and feeds asked for because something led there, besides the home page, robots.txt and
  /// sitemaps.
  @WithDefault("24")
  int maxPages();

  /// Usual addresses tried although nothing leads there.
  @WithDefault("20")
  int maxGuesses();

  /// Hosts asked, each once for its robots.txt.
  @WithDefault("16")
  int maxHosts();

  /// Shortest time between two requests to one host, so that a small site does not feel it.
  @WithDefault("250ms")
  Duration pause();

  /// Longest crawl-delay of a robots.txt that is kept; a longer one counts as this.
  @WithDefault("2s")
  Duration longestDelay();

  /// Longest wait for one answer, redirects included.
  @WithDefault("10s")
  Duration requestTimeout();

  /// Largest answer read, in bytes.
  @WithDefault("3000000")
  int maxBytes();

  /// Largest sitemap read, in bytes.
  @WithDefault("20000000")
  int maxSitemapBytes();

  /// No further request is begun after this time; what was found until then is the result.
  @WithDefault("60s")
  Duration budget();

  /// A running discovery nobody has heard of for this long is shown as failed.
  @WithDefault("5m")
  Duration abandonedAfter();

  /// What our crawler is called in robots.txt files: the name the crawl service uses too.
  @WithDefault("CompetitorIQBot")
  String robotName();

  /// Where a site's owner reads who we are; sent with each request.
  @WithDefault("https://github.com/competitoriq/competitoriq")
  String botPage();

  /// The User-Agent header's value.
  default String userAgent() {
    return "%s/0.1 (+%s)".formatted(robotName(), botPage());
  }
}
