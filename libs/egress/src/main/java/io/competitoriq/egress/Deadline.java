package io.competitoriq.egress;

import java.time.Duration;

/// The end of an exchange over all its hops, on the monotonic clock.
record Deadline(long startNanos, long endNanos) {
  static Deadline in(Duration timeout) {
    long now = System.nanoTime();
    return new Deadline(now, now + timeout.toNanos());
  }

  /// Milliseconds left, at least one: a timer of zero does not exist.
  long remainingMillis() {
    return Math.max(1, (endNanos - System.nanoTime()) / 1_000_000);
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }
}
