package io.competitoriq.crawl.politeness;

import io.competitoriq.crawl.fetch.UserAgent;
import io.competitoriq.egress.Egress;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.core.Vertx;
import java.time.Clock;

/// The production classes, made by hand. robots.txt is obeyed, which the peers are told not to do.
public final class BenchPoliteness {
  private BenchPoliteness() {}

  public static Class<?> settings() {
    return PolitenessConfig.class;
  }

  /// Without the ledger of hosts, which a walk does not ask.
  @SuppressWarnings("NullAway")
  public static Politeness open(
      Egress egress, UserAgent userAgent, Vertx vertx, SmallRyeConfig config) {
    PolitenessConfig ours = config.getConfigMapping(PolitenessConfig.class);
    return new Politeness(
        new Robots(egress, userAgent, ours, Clock.systemUTC(), vertx), null, ours);
  }
}
