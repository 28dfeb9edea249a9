package io.competitoriq.gateway.mcp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long tools may take.
@ConfigMapping(prefix = "ciq.gateway.mcp")
interface McpConfig {

  /// How long `ask` waits for the model's wording; after that it answers with the extracts.
  @WithDefault("PT20S")
  Duration askWait();

  /// How often it looks.
  @WithDefault("PT1S")
  Duration askLook();
}
