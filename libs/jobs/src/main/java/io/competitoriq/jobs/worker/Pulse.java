package io.competitoriq.jobs.worker;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Signs of life of a worker loop.
final class Pulse {

  private final AtomicLong lastBeat = new AtomicLong(System.nanoTime());
  private final AtomicLong lastGood = new AtomicLong(System.nanoTime());

  /// The loop came round, whatever came of it.
  void beat() {
    lastBeat.set(System.nanoTime());
  }

  /// The loop came round without a failure.
  void good() {
    lastGood.set(System.nanoTime());
  }

  Duration sinceBeat() {
    return Duration.ofNanos(System.nanoTime() - lastBeat.get());
  }

  Duration sinceGood() {
    return Duration.ofNanos(System.nanoTime() - lastGood.get());
  }
}
