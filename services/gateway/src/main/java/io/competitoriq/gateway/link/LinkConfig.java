package io.competitoriq.gateway.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// `ciq.gateway.link.*`: how long links open something, and how often one may try.
@ConfigMapping(prefix = "ciq.gateway.link")
public interface LinkConfig {

  @WithDefault("P7D")
  Duration invitationLifetime();

  @WithDefault("PT1H")
  Duration resetLifetime();

  /// Attempts at links from one address before it has to wait.
  @WithDefault("30")
  @Min(1)
  int addressBurst();

  /// How often that address gets one more.
  @WithDefault("PT10S")
  Duration addressRefill();

  /// Links to a new password that one e-mail address may ask for before it has to wait.
  @WithDefault("3")
  @Min(1)
  int resetBurst();

  /// How often that e-mail address gets one more.
  @WithDefault("PT10M")
  Duration resetRefill();
}
