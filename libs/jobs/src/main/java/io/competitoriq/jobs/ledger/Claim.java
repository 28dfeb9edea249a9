package io.competitoriq.jobs.ledger;

import java.util.List;

/// What a worker got.
///
/// @param limitedForMillis 0, or in how many milliseconds the queue's limit lets the next job start
public record Claim(List<Claimed> jobs, long limitedForMillis) {

  public Claim {
    jobs = List.copyOf(jobs);
  }
}
