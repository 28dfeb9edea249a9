package io.competitoriq.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// `ciq.gateway.limit.*`: how often may be asked.
@ConfigMapping(prefix = "ciq.gateway.limit")
public interface LimitConfig {

  User user();

  ApiKey apiKey();

  Workspace workspace();

  /// Longest wait for Redis; then this process counts alone.
  @WithDefault("PT0.1S")
  Duration redisTimeout();

  /// How long it counts alone before it asks Redis again.
  @WithDefault("PT1S")
  Duration redisPause();

  /// One person, in all browsers together.
  interface User {
    /// Requests a minute that come back.
    @WithDefault("600")
    @Min(1)
    int perMinute();

    /// Requests at once after a rest.
    @WithDefault("120")
    @Min(1)
    int burst();
  }

  /// One API key.
  interface ApiKey {
    @WithDefault("600")
    @Min(1)
    int perMinute();

    @WithDefault("120")
    @Min(1)
    int burst();
  }

  /// All people and keys of a workspace together.
  interface Workspace {
    @WithDefault("3000")
    @Min(1)
    int perMinute();

    @WithDefault("600")
    @Min(1)
    int burst();
  }
}
