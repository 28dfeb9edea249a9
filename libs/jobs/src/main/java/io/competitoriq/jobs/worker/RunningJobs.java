package io.competitoriq.jobs.worker;

import io.competitoriq.jobs.ledger.Claimed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The jobs whose leases this process must keep alive. Keyed by lease: a job may be back before its
/// zombie is gone.
@ApplicationScoped
class RunningJobs {

  private final Map<UUID, RunningJob> byLease = new ConcurrentHashMap<>();

  RunningJob add(Claimed claimed) {
    RunningJob job = new RunningJob(claimed);
    byLease.put(claimed.lease(), job);
    return job;
  }

  void remove(RunningJob job) {
    byLease.remove(job.claimed().lease());
  }

  Collection<RunningJob> all() {
    return List.copyOf(byLease.values());
  }

  boolean isEmpty() {
    return byLease.isEmpty();
  }
}
