package io.competitoriq.telemetry;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;

/// Gives the timers of requests the few buckets that the service levels are about, instead of the
/// seventy of a general histogram: every address, method and status has its own.
final class ServiceLevelBuckets implements MeterFilter {

  private static final Set<String> REQUESTS =
      Set.of("http.server.requests", "http.client.requests");
  private static final double[] BUCKETS =
      Arrays.stream(new long[] {50, 100, 200, 500, 1000, 3000})
          .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
          .toArray();

  @Override
  public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
    return REQUESTS.contains(id.getName())
        ? DistributionStatisticConfig.builder()
            .serviceLevelObjectives(BUCKETS)
            .build()
            .merge(config)
        : config;
  }

  /// Quarkus applies every filter it finds as a bean.
  @Singleton
  static final class Producer {
    @Produces
    @Singleton
    MeterFilter serviceLevelBuckets() {
      return new ServiceLevelBuckets();
    }
  }
}
