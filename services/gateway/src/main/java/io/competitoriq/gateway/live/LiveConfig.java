package io.competitoriq.gateway.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// Bounds of the live streams.
@ConfigMapping(prefix = "ciq.gateway.live")
public interface LiveConfig {

  /// How often an open stream shows that it is alive and looks whether its session and its
  /// workspace still are.
  @WithDefault("PT15S")
  Duration heartbeat();

  /// Events that wait for a slow browser; the oldest give way.
  @WithDefault("256")
  @Min(1)
  int buffer();

  /// Events of all workspaces kept for browsers that come back.
  @WithDefault("10000")
  @Min(1)
  int history();

  /// Streams open at the same time in this process.
  @WithDefault("1000")
  @Min(1)
  int maxStreams();
}
