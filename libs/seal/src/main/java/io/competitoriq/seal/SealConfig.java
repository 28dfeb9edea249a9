package io.competitoriq.seal;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// `ciq.seal.*`: what secrets are sealed with.
@ConfigMapping(prefix = "ciq.seal")
interface SealConfig {

  /// Keys that seal what is secret, `id:base64` of 32 bytes each, separated by commas. The first
  /// seals; the others open what was sealed before, so that a key can be replaced. None: no secret
  /// can be stored.
  Optional<String> keys();
}
