package io.competitoriq.crawl.site;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// `ciq.crawl.site.*`: walks through whole sites.
@ConfigMapping(prefix = "ciq.crawl.site")
interface SiteConfig {
  /// Pages of a walk whose source does not say (`maxPages`).
  @WithDefault("200")
  int maxPages();

  /// The most a source may ask for.
  @WithDefault("2000")
  int mostPages();

  /// Links from the start of a walk whose source does not say (`maxDepth`).
  @WithDefault("5")
  int maxDepth();

  /// Between two pages of a walk, unless robots.txt wants longer.
  @WithDefault("1s")
  Duration pause();

  /// After this time a walk lets other work have its slot and goes on later.
  @WithDefault("30s")
  Duration leg();

  /// Sitemap files that are read, index files included.
  @WithDefault("20")
  int sitemapFiles();
}
