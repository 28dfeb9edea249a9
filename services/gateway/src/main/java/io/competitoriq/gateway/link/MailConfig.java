package io.competitoriq.gateway.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// `ciq.gateway.mail.*`: how links reach people.
@ConfigMapping(prefix = "ciq.gateway.mail")
public interface MailConfig {

  /// The operator's mail server.
  Optional<String> smtpHost();

  /// A folder that only the operator reads, for mails of an installation without a mail server.
  Optional<Path> outbox();

  /// One mail.
  @WithDefault("10s")
  Duration timeout();
}
