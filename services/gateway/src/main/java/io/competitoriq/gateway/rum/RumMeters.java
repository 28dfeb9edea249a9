package io.competitoriq.gateway.rum;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Histograms per page, with the names the dashboards ask for. Pages beyond the first sixty and
/// builds beyond the first twenty are called `other`: strangers cannot make meters without end.
@ApplicationScoped
class RumMeters {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final double WORST_SHIFT = 10;
  private static final double MOST_ERRORS = 100;
  private static final int MOST_PAGES = 60;
  private static final int MOST_BUILDS = 20;
  private static final String DASHBOARD = "dashboard";
  private static final Duration[] LOAD = seconds(0.5, 1, 1.5, 2, 2.5, 3, 4, 6, 10);
  private static final Duration[] QUICK = seconds(0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 0.8, 1, 1.8, 3);

  private final MeterRegistry meters;
  private final Set<String> pages = ConcurrentHashMap.newKeySet();
  private final Set<String> builds = ConcurrentHashMap.newKeySet();

  RumMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  void record(Beacon beacon) {
    String page = known(beacon.page().equals("/") ? DASHBOARD : beacon.page(), pages, MOST_PAGES);
    meters
        .counter("ciq.rum.beacons", "build", known(beacon.build(), builds, MOST_BUILDS))
        .increment();
    for (Beacon.Measure measure : beacon.measures()) {
      double value = measure.value();
      if (value >= 0) { // neither negative nor NaN
        record(page, measure.name(), value);
      }
    }
  }

  private void record(String page, Beacon.Name name, double value) {
    switch (name) {
      case LOAD -> time("ciq.rum.page.load", page, LOAD, value);
      case LCP -> time("ciq.rum.lcp", page, LOAD, value);
      case INP -> time("ciq.rum.inp", page, QUICK, value);
      case TTFB -> time("ciq.rum.ttfb", page, QUICK, value);
      case CLS ->
          DistributionSummary.builder("ciq.rum.cls")
              .description("Cumulative layout shift that browsers measured")
              .tag("page", page)
              .serviceLevelObjectives(0.01, 0.05, 0.1, 0.15, 0.25, 0.5, 1)
              .register(meters)
              .record(Math.min(value, WORST_SHIFT));
      case ERRORS ->
          meters.counter("ciq.rum.js.errors", "page", page).increment(Math.min(value, MOST_ERRORS));
    }
  }

  private void time(String meter, String page, Duration[] buckets, double millis) {
    Timer.builder(meter)
        .description("Time that browsers measured")
        .tag("page", page)
        .serviceLevelObjectives(buckets)
        .register(meters)
        .record(Duration.ofNanos((long) (Math.min(millis, LONGEST.toMillis()) * 1_000_000)));
  }

  private static String known(String name, Set<String> names, int most) {
    return names.contains(name) || (names.size() < most && names.add(name)) ? name : "other";
  }

  private static Duration[] seconds(double... values) {
    Duration[] durations = new Duration[values.length];
    for (int i = 0; i < values.length; i++) {
      durations[i] = Duration.ofMillis(Math.round(values[i] * 1000));
    }
    return durations;
  }
}
