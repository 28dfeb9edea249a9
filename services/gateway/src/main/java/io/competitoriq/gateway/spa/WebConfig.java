package io.competitoriq.gateway.spa;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Where the built web application lies.
@ConfigMapping(prefix = "ciq.gateway.web")
public interface WebConfig {

  /// Folder on the class path, without slashes at its ends.
  @WithDefault("web")
  String root();
}
