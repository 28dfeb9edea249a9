package io.competitoriq.jobs.worker;

import java.time.Duration;

/// Whether a queue's jobs are short lately: then the round trips around them cost more than they
/// do, and are worth sharing. One thread.
final class Briskness {

  private static final double SHORT_NANOS = Duration.ofMillis(10).toNanos();

  /// About the last twenty jobs count.
  private static final double WEIGHT = 0.05;

  /// A single long job is to be made good by some dozen short ones.
  private static final double MOST_NANOS = 10 * SHORT_NANOS;

  private double meanNanos = SHORT_NANOS;

  void note(Duration ran) {
    meanNanos += WEIGHT * (Math.min(ran.toNanos(), MOST_NANOS) - meanNanos);
  }

  boolean isBrisk() {
    return meanNanos < SHORT_NANOS;
  }
}
