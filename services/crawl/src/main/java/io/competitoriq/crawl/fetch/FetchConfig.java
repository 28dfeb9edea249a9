package io.competitoriq.crawl.fetch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// Bounds of one fetch.
@ConfigMapping(prefix = "ciq.crawl.fetch")
interface FetchConfig {
  /// The page that explains our user agent; missing: the project's.
  Optional<String> botPage();

  /// Everything from the name lookup to the last byte, redirects included.
  @WithDefault("20s")
  Duration timeout();

  /// Largest body, in bytes after decompression.
  @WithDefault("8388608")
  int maxBytes();

  /// Wait after a 429 that does not say how long.
  @WithDefault("5m")
  Duration retryAfterDefault();

  /// Longest wait a server may ask for.
  @WithDefault("1h")
  Duration retryAfterCap();
}
