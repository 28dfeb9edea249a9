package io.competitoriq.jobs.admin;

import io.competitoriq.jobs.JobsConfig;
import io.competitoriq.jobs.control.QueueControl;
import java.util.Optional;

/// A queue with everything an operator looks at first.
///
/// @param settings in force
/// @param configured what the configuration says, where nobody changed it
/// @param rates of the last five minutes
/// @param tickets in Redis; empty when Redis does not answer
public record QueueStatus(
    QueueDepth depth,
    QueueControl control,
    JobsConfig.Queue settings,
    JobsConfig.Queue configured,
    Rates rates,
    Limiter limiter,
    Workforce workforce,
    String redisGeneration,
    Optional<Long> tickets) {

  /// How many jobs ended per minute, over the last five minutes.
  public record Rates(double completed, double dead, double cancelled) {}

  /// The limit's sliding window right now.
  ///
  /// @param used starts in the window; 0 when there is no limit
  public record Limiter(int limit, double windowSeconds, long used) {}

  /// Who works the queue.
  ///
  /// @param workers processes seen in the last 20 s
  /// @param direct of these, how many work without Redis
  public record Workforce(long workers, long draining, long direct) {

    /// `tickets`, `direct` when any process works without Redis, `idle` when nobody works at all.
    public String mode() {
      if (workers == 0) {
        return "idle";
      }
      return direct > 0 ? "direct" : "tickets";
    }
  }
}
