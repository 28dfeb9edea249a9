package io.competitoriq.gateway.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// How long outcomes are kept and how long a repeat waits for one.
@ConfigMapping(prefix = "ciq.gateway.idempotency")
public interface IdempotencyConfig {

  /// How long a key answers with its first outcome.
  @WithDefault("P1D")
  Duration keep();

  /// How long a repeat waits for the first request to end; then it is told to come back (409).
  @WithDefault("PT10S")
  Duration patience();

  /// How often it looks.
  @WithDefault("PT0.1S")
  Duration poll();

  /// After this long without an outcome the first request is given up, as when its gateway died.
  /// Longer than any service may take to answer.
  @WithDefault("PT1M")
  Duration lease();

  /// Longest body kept, bytes; of a longer one only that it was, with its status and headers.
  @WithDefault("262144")
  @Min(0)
  @Max(700000)
  int bodyLimit();
}
