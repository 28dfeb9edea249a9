package io.competitoriq.jobs.meters;

import io.competitoriq.jobs.JobsConfig;
import java.time.Duration;

/// How many processes a queue could use (Little's law): more than the limit can feed only idle.
///
/// @param backlog jobs ready or running
/// @param medianRun how long a start takes; zero when nobody knows yet
public record DesiredWorkers(long backlog, Duration medianRun) {

  private static final Duration UNKNOWN_RUN = Duration.ofSeconds(1);

  /// `clamp(ceil(min(backlog / drain target, limit per second) x median run / slots), least, most)`
  public int of(JobsConfig.Queue queue, JobsConfig.Scale scale) {
    double rate = backlog / seconds(scale.drainTarget());
    if (queue.limit() > 0) {
      rate = Math.min(rate, queue.limit() / seconds(queue.window()));
    }
    Duration run = medianRun.isZero() ? UNKNOWN_RUN : medianRun;
    int wanted = (int) Math.min(Integer.MAX_VALUE, Math.ceil(rate * seconds(run) / queue.slots()));
    return Math.clamp(wanted, scale.least(), scale.most());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
