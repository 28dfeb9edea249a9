package io.competitoriq.gateway.stop;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How the gateway takes leave within `quarkus.shutdown.delay`.
@ConfigMapping(prefix = "ciq.gateway.stop")
public interface StopConfig {

  /// New connections are still taken that long, until whoever sends them has seen that this gateway
  /// is not ready. What is left of the delay must be longer than a proxy keeps an idle connection.
  @WithDefault("PT3S")
  Duration notice();
}
