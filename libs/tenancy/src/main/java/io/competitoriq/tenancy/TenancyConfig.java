package io.competitoriq.tenancy;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Size;

/// What the services share to trust each other.
@ConfigMapping(prefix = "ciq.service")
public interface TenancyConfig {

  /// HS256 key of the internal tokens, at least 32 characters, the same for all services of an
  /// installation. There is no default: an installation without one does not start.
  @Size(min = 32)
  String secret();
}
