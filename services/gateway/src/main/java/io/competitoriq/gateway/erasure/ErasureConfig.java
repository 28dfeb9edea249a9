package io.competitoriq.gateway.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// `ciq.gateway.erasure.*`: when a workspace goes, and the pace.
@ConfigMapping(prefix = "ciq.gateway.erasure")
interface ErasureConfig {

  /// How long a workspace stays closed, and can be taken back, before it is erased.
  @WithDefault("P7D")
  Duration grace();

  /// From one look for something to do to the next, as the scheduler reads it; `off`: never.
  @WithDefault("30s")
  String every();

  /// How long a gateway that stopped half-way keeps the others from going on.
  @WithDefault("PT2M")
  Duration hold();
}
