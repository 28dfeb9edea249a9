package io.competitoriq.crawl.fetch;

import io.competitoriq.egress.Egress;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.core.Vertx;
import java.time.Clock;

/// The production classes, made by hand: the bench has no container.
public final class BenchFetcher {
  private BenchFetcher() {}

  public static Class<?> settings() {
    return FetchConfig.class;
  }

  public static UserAgent userAgent(SmallRyeConfig config) {
    return new UserAgent(config.getConfigMapping(FetchConfig.class));
  }

  public static PageFetcher open(Egress egress, Vertx vertx, SmallRyeConfig config) {
    return new PageFetcher(
        egress,
        config.getConfigMapping(FetchConfig.class),
        userAgent(config),
        Clock.systemUTC(),
        vertx);
  }
}
