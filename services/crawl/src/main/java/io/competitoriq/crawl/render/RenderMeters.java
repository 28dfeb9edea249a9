package io.competitoriq.crawl.render;

import io.competitoriq.crawl.render.Browser.Recycling;
import io.competitoriq.crawl.render.RenderOutcome.Failed;
import io.competitoriq.crawl.render.RenderOutcome.NotAvailable;
import io.competitoriq.crawl.render.RenderOutcome.Reason;
import io.competitoriq.crawl.render.RenderOutcome.Rendered;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/// What operators watch: pages, failures and how long they take, and how full the pool is. All
/// counters exist from the start.
@ApplicationScoped
class RenderMeters {
  private final MeterRegistry registry;

  RenderMeters(MeterRegistry registry) {
    this.registry = registry;
    for (Reason reason : Reason.values()) {
      failures(reason);
    }
    for (Recycling why : Recycling.values()) {
      recyclings(why);
    }
    time("rendered");
  }

  void pool(int slots, Supplier<Number> busy, Supplier<Number> browsers) {
    slots("all", () -> slots);
    slots("busy", busy);
    Gauge.builder("ciq_render_browsers", browsers)
        .description("browsers that run")
        .register(registry);
  }

  void finished(RenderOutcome outcome, Duration took) {
    switch (outcome) {
      case Rendered _ -> time("rendered").record(took);
      case Failed(Reason reason, _) -> {
        time("failed").record(took);
        failures(reason).increment();
      }
      case NotAvailable _ -> time("unavailable").record(took);
    }
  }

  void recycled(Recycling why) {
    recyclings(why).increment();
  }

  private void slots(String state, Supplier<Number> number) {
    Gauge.builder("ciq_render_slots", number)
        .description("pages that can be open at the same time, and are")
        .tag("state", state)
        .register(registry);
  }

  private Timer time(String outcome) {
    return Timer.builder("ciq_render")
        .description("one rendering, waiting for a page included")
        .tag("outcome", outcome)
        .serviceLevelObjectives(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30))
        .register(registry);
  }

  private Counter failures(Reason reason) {
    return Counter.builder("ciq_render_failures")
        .description("renderings that failed")
        .tag("reason", reason.name())
        .register(registry);
  }

  private Counter recyclings(Recycling why) {
    return Counter.builder("ciq_render_recycled")
        .description("browsers that were ended")
        .tag("why", why.name())
        .register(registry);
  }
}
