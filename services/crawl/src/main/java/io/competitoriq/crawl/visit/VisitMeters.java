package io.competitoriq.crawl.visit;

import io.competitoriq.telemetry.CountersFromZero;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.stream.Stream;

/// What operators watch: visits by outcome, bytes, and how late visits begin.
@Startup
@ApplicationScoped
class VisitMeters {

  private static final String VISITS = "ciq_crawl_visits";
  private static final String FAILURES = "ciq_crawl_failures";
  private static final String BYTES = "ciq_crawl_bytes";

  private final MeterRegistry registry;

  VisitMeters(MeterRegistry registry) {
    this.registry = registry;
    CountersFromZero.in(registry, VISITS, "outcome", VisitOutcome.class);
    CountersFromZero.in(
        registry,
        FAILURES,
        "reason",
        Stream.of(VisitOutcome.values())
            .filter(outcome -> !outcome.isHealthy())
            .map(VisitOutcome::name)
            .toList());
    CountersFromZero.in(registry, BYTES);
    startDelay();
  }

  /// Counts an attempt. A rolled back one counts too: the site was visited all the same.
  void finished(Attempt attempt, Ending ending) {
    registry.counter(VISITS, "outcome", ending.outcome().name()).increment();
    registry.counter(BYTES).increment(ending.bytes());
    if (!ending.outcome().isHealthy()) {
      registry.counter(FAILURES, "reason", ending.outcome().name()).increment();
    }
    if (attempt.number() == 1) {
      Duration late = Duration.between(attempt.request().slot(), attempt.startedAt());
      startDelay().record(late.isNegative() ? Duration.ZERO : late);
    }
  }

  private Timer startDelay() {
    return Timer.builder("ciq_crawl_start_delay")
        .description("from a visit's planned time to its start")
        .serviceLevelObjectives(
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(120),
            Duration.ofSeconds(300))
        .register(registry);
  }
}
