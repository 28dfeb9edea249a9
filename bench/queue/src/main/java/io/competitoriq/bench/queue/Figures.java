package io.competitoriq.bench.queue;

import java.util.List;

/// What one phase cost one process.
///
/// @param fromNanos begin and `toNanos` end on the monotonic clock, which all processes share
/// @param cpuMicros processor time of the process, its compiler and collector included
/// @param latencies milliseconds per job, empty when not asked for
public record Figures(long fromNanos, long toNanos, long cpuMicros, List<Double> latencies) {

  /// Milliseconds from begin to end.
  double millis() {
    return (toNanos - fromNanos) / 1e6;
  }
}
