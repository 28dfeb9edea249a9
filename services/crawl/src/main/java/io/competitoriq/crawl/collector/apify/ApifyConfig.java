package io.competitoriq.crawl.collector.apify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// `ciq.crawl.apify.*`: where Apify is and how its runs are watched.
@ConfigMapping(prefix = "ciq.crawl.apify")
interface ApifyConfig {
  @WithDefault("https://api.apify.com")
  URI url();

  /// `actors`; `acts` for servers that know the former name only.
  @WithDefault("actors")
  @Pattern(regexp = "actors|acts")
  String actorsPath();

  /// How long one poll waits for a run to end, at most 60 seconds; less than a crawl job's timeout.
  @WithDefault("25s")
  Duration pollWait();

  /// Any other call.
  @WithDefault("20s")
  Duration callTimeout();

  /// Most micro-USD of a run that says no `maxChargeUsd`.
  @WithDefault("1000000")
  @Min(1)
  long maxChargeMicros();

  /// Longest run of a source that says no `timeoutSecs`.
  @WithDefault("30m")
  Duration runTimeout();

  /// Items per page of a dataset.
  @WithDefault("250")
  @Min(1)
  @Max(1000)
  int pageItems();

  /// Most bytes of all pages together.
  @WithDefault("8388608")
  @Min(1)
  int maxBytes();

  /// A run's cost is preliminary for this long after its end.
  @WithDefault("10s")
  Duration costSettles();

  /// A start whose answer was lost is looked for after this time.
  @WithDefault("10s")
  Duration lostStartWait();

  /// Our public address, for webhooks that tell of a run's end earlier than the next poll; none:
  /// polls only.
  Optional<URI> webhookUrl();

  /// A run whose job is over is aborted and settled after this time.
  @WithDefault("2m")
  Duration abandonedAfter();

  /// How often such runs are looked for.
  @WithDefault("30s")
  Duration sweep();
}
