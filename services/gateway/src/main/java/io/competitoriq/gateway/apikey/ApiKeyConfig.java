package io.competitoriq.gateway.apikey;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// How many keys there may be, and how fast keys that do not hold may be tried.
@ConfigMapping(prefix = "ciq.gateway.api-key")
interface ApiKeyConfig {

  /// Keys of a workspace that are not revoked.
  @WithDefault("100")
  @Min(1)
  int most();

  /// Failed keys from one address before it is told to wait. Keys that hold are not counted.
  @WithDefault("20")
  @Min(1)
  int failureBurst();

  /// How often that address gets one more.
  @WithDefault("PT10S")
  Duration failureRefill();
}
