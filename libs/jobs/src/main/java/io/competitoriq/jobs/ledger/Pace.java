package io.competitoriq.jobs.ledger;

import io.competitoriq.jobs.JobsConfig;
import java.time.Duration;

/// How fast a queue's jobs may start.
///
/// @param limit starts in any window; 0: no limit
/// @param hostDelay time between two starts on one host; 0: none
public record Pace(int limit, Duration window, Duration hostDelay) {

  public static Pace of(JobsConfig.Queue queue) {
    return new Pace(queue.limit(), queue.window(), queue.hostDelay());
  }
}
