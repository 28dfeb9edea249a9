package io.competitoriq.jobs.worker;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The jobs whose leases this process must keep alive. Keyed by lease: a job may be back before its
/// zombie is gone.
@ApplicationScoped
class RunningJobs {

  private final Map<UUID, RunningJob> byLease = new ConcurrentHashMap<>();
  private final Set<RunningJob> stuck = ConcurrentHashMap.newKeySet();

  void add(RunningJob job) {
    byLease.put(job.claimed().lease(), job);
  }

  /// The job is settled: its lease is nobody's business any more, its slot is once it has stopped
  /// computing.
  void end(RunningJob job) {
    stuck.add(job);
    byLease.remove(job.claimed().lease());
    job.computation()
        .whenQuiet(
            () -> {
              stuck.remove(job);
              job.home().leave();
            });
  }

  /// Settled jobs of the queue whose handlers still compute, deaf to being interrupted.
  long stuck(String queue) {
    return stuck.stream().filter(job -> job.claimed().queue().equals(queue)).count();
  }

  Collection<RunningJob> all() {
    return List.copyOf(byLease.values());
  }

  boolean isEmpty() {
    return byLease.isEmpty();
  }
}
