package io.competitoriq.chaos.fleet;

import java.util.List;

/// The settings of the engine's clocks under which a fleet runs.
public enum Tempo {
  /// What the product runs with.
  PRODUCTION(List.of()),
  /// Everything about ten times as fast, so that many faults fit into a run.
  QUICK(
      List.of(
          "-Dciq.jobs.lease=4s",
          "-Dciq.jobs.direct-after=1s",
          "-Dciq.jobs.direct-poll=300ms",
          "-Dciq.jobs.grace=3s",
          "-Dciq.jobs.every.relay=500ms",
          "-Dciq.jobs.every.reaper=500ms",
          "-Dciq.jobs.every.reconciler=3s",
          "-Dciq.jobs.every.janitor=2s",
          "-Dciq.jobs.queues.chaos-jobs.timeout=8s",
          "-Dciq.jobs.queues.chaos-jobs.backoff-base=100ms",
          "-Dciq.jobs.queues.chaos-jobs.backoff-cap=1s",
          "-Dciq.jobs.queues.limited-jobs.timeout=8s",
          "-Dciq.jobs.queues.limited-jobs.backoff-base=100ms",
          "-Dciq.jobs.queues.limited-jobs.backoff-cap=1s",
          "-Dciq.jobs.queues.polite-jobs.timeout=8s",
          "-Dciq.jobs.queues.polite-jobs.backoff-base=100ms",
          "-Dciq.jobs.queues.polite-jobs.backoff-cap=1s"));

  private final List<String> options;

  Tempo(List<String> options) {
    this.options = options;
  }

  List<String> options() {
    return options;
  }
}
