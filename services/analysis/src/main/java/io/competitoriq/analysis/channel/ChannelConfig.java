package io.competitoriq.analysis.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// `ciq.analysis.channel.*`: how messages leave.
@ConfigMapping(prefix = "ciq.analysis.channel")
public interface ChannelConfig {

  /// Where people open what a message links to.
  URI publicUrl();

  /// One exchange with a receiver.
  @WithDefault("10s")
  Duration timeout();

  /// The operator's mail server; without one mails are written to the outbox.
  Optional<String> smtpHost();
}
