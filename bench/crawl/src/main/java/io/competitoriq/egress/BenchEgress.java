package io.competitoriq.egress;

import io.competitoriq.telemetry.Spans;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.core.Vertx;

/// The production class, made by hand: the bench has no container.
public final class BenchEgress {
  private BenchEgress() {}

  public static Class<?> settings() {
    return EgressConfig.class;
  }

  public static Egress open(Vertx vertx, SmallRyeConfig config) {
    return new Egress(
        vertx, config.getConfigMapping(EgressConfig.class), new SimpleMeterRegistry(), Spans.off());
  }
}
