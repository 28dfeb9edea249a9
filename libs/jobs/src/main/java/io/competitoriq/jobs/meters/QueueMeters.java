package io.competitoriq.jobs.meters;

import io.competitoriq.jobs.Enqueued;
import io.competitoriq.jobs.Enqueued.Added;
import io.competitoriq.jobs.Enqueued.Duplicate;
import io.competitoriq.jobs.Enqueued.Rejected;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The engine's meters. All carry the label `queue`; durations are seconds.
@ApplicationScoped
public class QueueMeters {

  private static final String PREFIX = "ciq_queue_";
  private static final String QUEUE = "queue";
  private static final List<String> OUTCOMES =
      List.of("completed", "snoozed", "retried", "dead", "cancelled", "released", "lost");
  private static final List<String> REASONS = List.of("exhausted", "discarded", "poison");
  private static final List<String> RESULTS = List.of("added", "duplicate", "rejected");
  private static final List<String> WHYS = List.of("reconcile", "janitor");
  private static final List<String> PLAIN =
      List.of(
          "leases_expired",
          "zombie_rejected",
          "void_tickets",
          "redis_generation_changes",
          "limiter_wait_seconds");
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(10),
    Duration.ofMillis(50),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30),
    Duration.ofMinutes(2),
    Duration.ofMinutes(10)
  };

  private final MeterRegistry registry;
  private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

  private record Series(String name, Tags tags) {}

  QueueMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /// Counters that exist from the start: the first event of a series that appears with it would be
  /// no increase to whoever watches.
  public void beginAtZero(String queue) {
    OUTCOMES.forEach(outcome -> count("attempts", queue, "outcome", outcome, 0));
    REASONS.forEach(reason -> count("dead_total", queue, "reason", reason, 0));
    RESULTS.forEach(result -> count("enqueued", queue, "result", result, 0));
    WHYS.forEach(why -> count("republished", queue, "why", why, 0));
    PLAIN.forEach(name -> count(name, queue, 0));
    timer("wait", Tags.of(QUEUE, queue));
    timer("run", Tags.of(QUEUE, queue, "outcome", "completed"));
  }

  /// @param outcomes what became of jobs that came together
  public void enqueued(String queue, List<Enqueued> outcomes) {
    outcomes.stream()
        .collect(Collectors.groupingBy(QueueMeters::result, Collectors.counting()))
        .forEach((result, jobs) -> count("enqueued", queue, "result", result, jobs));
  }

  private static String result(Enqueued outcome) {
    return switch (outcome) {
      case Added _ -> "added";
      case Duplicate _ -> "duplicate";
      case Rejected _ -> "rejected";
    };
  }

  /// A job starts, this long after it might have.
  public void started(String queue, Duration waited) {
    timer("wait", Tags.of(QUEUE, queue)).record(waited);
  }

  /// One start of a job ended.
  ///
  /// @param outcome completed, snoozed, retried, dead, cancelled, released or lost
  public void ended(String queue, String outcome, Duration ran) {
    timer("run", Tags.of(QUEUE, queue, "outcome", outcome)).record(ran);
    count("attempts", queue, "outcome", outcome, 1);
  }

  /// A job became a dead letter.
  ///
  /// @param reason poison, exhausted or discarded
  public void died(String queue, String reason) {
    count("dead_total", queue, "reason", reason, 1);
  }

  public void leaseExpired(String queue) {
    count("leases_expired", queue, 1);
  }

  /// A worker that had lost its lease tried to complete; its effects were rolled back.
  public void zombieRejected(String queue) {
    count("zombie_rejected", queue, 1);
  }

  public void voidTickets(String queue, int tickets) {
    count("void_tickets", queue, tickets);
  }

  /// @param why generation (Redis was emptied), reconcile (maybe lost) or janitor (worker died
  ///   before its claim)
  public void republished(String queue, String why, int tickets) {
    count("republished", queue, "why", why, tickets);
  }

  public void redisGenerationChanged(String queue) {
    count("redis_generation_changes", queue, 1);
  }

  public void limiterWaited(String queue, Duration waited) {
    count("limiter_wait_seconds", queue, waited.toMillis() / 1000.0);
  }

  /// A value that is read whenever the metrics are; registering it twice keeps the first.
  public void gauge(String name, String queue, Supplier<Number> value) {
    Gauge.builder(PREFIX + name, value).tag(QUEUE, queue).strongReference(true).register(registry);
  }

  /// The same with one more label, such as `state`.
  public void gauge(String name, String queue, String label, String is, Supplier<Number> value) {
    Gauge.builder(PREFIX + name, value)
        .tags(QUEUE, queue, label, is)
        .strongReference(true)
        .register(registry);
  }

  /// Kept here: to find a timer by builder costs as much as the rest of a small job's metrics.
  private Timer timer(String name, Tags tags) {
    return timers.computeIfAbsent(
        new Series(name, tags),
        series ->
            Timer.builder(PREFIX + series.name())
                .tags(series.tags())
                .serviceLevelObjectives(BUCKETS)
                .register(registry));
  }

  private void count(String name, String queue, double amount) {
    registry.counter(PREFIX + name, QUEUE, queue).increment(amount);
  }

  private void count(String name, String queue, String label, String is, double amount) {
    registry.counter(PREFIX + name, QUEUE, queue, label, is).increment(amount);
  }
}
