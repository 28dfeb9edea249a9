package io.competitoriq.crawl.fetch;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;

/// Who we say we are, without a running service.
public final class UserAgentForTests {
  private UserAgentForTests() {}

  public static UserAgent get() {
    return new UserAgent(
        new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 200, new DurationConverter())
            .withMapping(FetchConfig.class)
            .build()
            .getConfigMapping(FetchConfig.class));
  }
}
