package io.competitoriq.crawl.visit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// What operators watch: visits by outcome, bytes, and how late visits begin.
@ApplicationScoped
class VisitMeters {
  private final MeterRegistry registry;

  VisitMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /// Counts an attempt. A rolled back one counts too: the site was visited all the same.
  void finished(Attempt attempt, Ending ending) {
    registry.counter("ciq_crawl_visits", "outcome", ending.outcome().name()).increment();
    registry.counter("ciq_crawl_bytes").increment(ending.bytes());
    if (!ending.outcome().isHealthy()) {
      registry.counter("ciq_crawl_failures", "reason", ending.outcome().name()).increment();
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
