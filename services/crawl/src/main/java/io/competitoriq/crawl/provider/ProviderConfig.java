package io.competitoriq.crawl.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// `ciq.crawl.provider.*`: what holds for all providers.
@ConfigMapping(prefix = "ciq.crawl.provider")
interface ProviderConfig {

  /// Most micro-USD per month for a provider whose budget nobody has set.
  @WithDefault("25000000")
  @Min(0)
  long monthMicros();

  /// The same for each of its sources.
  @WithDefault("10000000")
  @Min(0)
  long sourceMicros();

  /// Of this many calls in a row to one provider ...
  @WithDefault("10")
  @Min(1)
  int breakerCalls();

  /// ... half without a proper answer stop asking it for this long.
  @WithDefault("30s")
  Duration breakerPause();

  /// First wait before a free call is repeated; it doubles, with jitter.
  @WithDefault("500ms")
  Duration retryWait();

  /// Calls that were never settled and whose job is over are settled after this time.
  @WithDefault("10m")
  Duration unsettledAfter();
}
