package io.competitoriq.gateway.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// `ciq.gateway.export.*`
@ConfigMapping(prefix = "ciq.gateway.export")
interface ExportConfig {

  /// How long the file can be fetched.
  @WithDefault("P7D")
  Duration keep();

  /// From one look for exports to make to the next, as the scheduler reads it; `off`: never.
  @WithDefault("10s")
  String every();

  /// How long a gateway that stopped half-way keeps the others from beginning anew.
  @WithDefault("PT2M")
  Duration hold();

  /// Tries before an export is given up.
  @WithDefault("5")
  @Min(1)
  int tries();

  /// Pause after a try that failed.
  @WithDefault("PT30S")
  Duration pause();
}
