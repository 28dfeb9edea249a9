package io.competitoriq.chaos.scenario;

import io.competitoriq.chaos.report.Row;
import java.util.List;
import java.util.function.Function;

/// One measured promise of the engine.
public enum Scenario {
  /// Killed workers' jobs start elsewhere.
  RECOVERY(Recovery::measure),
  /// Enqueueing and starting while Redis is away.
  REDIS_AWAY(RedisAway::measure),
  /// Starting again after Redis has forgotten everything.
  REDIS_EMPTIED(RedisEmptied::measure),
  /// Each network between one worker and a server broken once: the worker comes back by itself.
  NETWORKS(Networks::measure),
  /// PostgreSQL frozen, then stopped, for longer than a lease: no job of a living worker runs
  /// twice.
  DATABASE_AWAY(DatabaseAway::measure),
  /// The global limit: never above, and used.
  LIMITER(Limiter::measure);

  private final Function<Scene, List<Row>> measure;

  Scenario(Function<Scene, List<Row>> measure) {
    this.measure = measure;
  }

  public List<Row> play(Scene scene) {
    return measure.apply(scene);
  }

  /// Settings under which the scenarios play, beside the product's own.
  public static List<String> settings() {
    return List.of(
        "-Dciq.jobs.queues.limited-jobs.limit=" + Limiter.LIMIT,
        "-Dciq.jobs.queues.limited-jobs.window=" + Limiter.WINDOW_SECONDS + "s");
  }
}
