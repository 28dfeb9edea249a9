package io.competitoriq.jobs.ledger;

import io.competitoriq.jobs.JobsConfig;
import java.time.Duration;

/// How fast a queue's jobs may start.
///
/// @param limit starts in any window; 0: no limit
/// @param hostDelay time between two starts on one host; 0: the queue visits no hosts
/// @param hostJobs jobs running on one host at the same time
public record Pace(int limit, Duration window, Duration hostDelay, int hostJobs) {

  public Pace {
    if (hostJobs < 1) {
      throw new IllegalArgumentException("a host must be allowed a job, not " + hostJobs);
    }
  }

  public static Pace of(JobsConfig.Queue queue) {
    return new Pace(queue.limit(), queue.window(), queue.hostDelay(), queue.hostJobs());
  }

  /// True when starts are counted.
  public boolean isLimited() {
    return limit > 0;
  }

  /// True when hosts are given peace between visits.
  public boolean isPolite() {
    return hostDelay.isPositive();
  }
}
