package io.competitoriq.crawl.collector.searchapi;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;

/// `ciq.crawl.searchapi.*`: where SearchAPI.io is and what a search costs.
@ConfigMapping(prefix = "ciq.crawl.searchapi")
interface SearchApiConfig {
  @WithDefault("https://www.searchapi.io")
  URI url();

  /// What a credit costs in micro-USD, by the account's plan.
  @WithDefault("4000")
  @Min(0)
  long creditMicros();

  /// One search; it is done live and takes a while.
  @WithDefault("30s")
  Duration timeout();

  /// Largest answer.
  @WithDefault("4194304")
  @Min(1)
  int maxBytes();

  /// How long the last word about the remaining credits is believed.
  @WithDefault("5m")
  Duration creditsBelieved();

  /// Credits that are left untouched.
  @WithDefault("0")
  @Min(0)
  long creditsKept();

  /// Wait after a 429 that names none and is not about credits.
  @WithDefault("1m")
  Duration tooFast();
}
