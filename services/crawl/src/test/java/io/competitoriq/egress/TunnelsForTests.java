package io.competitoriq.egress;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;

/// The guard as an operator may have set it, without a running service.
public final class TunnelsForTests {
  private TunnelsForTests() {}

  /// A tunnel out to everywhere public and to `network`.
  public static GuardedTunnel allowing(Vertx vertx, String network, MeterRegistry meters) {
    EgressConfig config =
        new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 200, new DurationConverter())
            .withMapping(EgressConfig.class)
            .withSources(
                new PropertiesConfigSource(Map.of("ciq.egress.allow", network), "test", 100))
            .build()
            .getConfigMapping(EgressConfig.class);
    return new GuardedTunnel(vertx, config, meters);
  }
}
