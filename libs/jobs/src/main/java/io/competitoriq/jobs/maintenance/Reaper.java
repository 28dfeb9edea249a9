package io.competitoriq.jobs.maintenance;

import io.competitoriq.jobs.JobsConfig;
import io.competitoriq.jobs.ledger.Leases;
import io.competitoriq.jobs.ledger.Leases.Reaped;
import io.competitoriq.jobs.meters.QueueMeters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/// Gives jobs of lost workers back. After PostgreSQL was away it waits one lease: the workers could
/// not renew theirs and are most likely alive.
@ApplicationScoped
class Reaper {

  private static final Logger LOG = Logger.getLogger(Reaper.class);
  private static final Duration WAIT = Duration.ofSeconds(10);
  private static final long NEVER = Long.MIN_VALUE;

  private final Leases leases;
  private final JobsConfig config;
  private final QueueMeters meters;
  private final AtomicLong failedAt = new AtomicLong(NEVER);

  Reaper(Leases leases, JobsConfig config, QueueMeters meters) {
    this.leases = leases;
    this.config = config;
    this.meters = meters;
  }

  void tick(Set<String> queues) {
    long failed = failedAt.get();
    if (failed != NEVER && System.nanoTime() - failed < config.lease().toNanos()) {
      return;
    }
    try {
      leases.reap(queues).await().atMost(WAIT).forEach(this::count);
    } catch (RuntimeException unreachable) {
      failedAt.set(System.nanoTime());
      throw unreachable;
    }
  }

  private void count(Reaped reaped) {
    meters.leaseExpired(reaped.queue());
    if (reaped.dead()) {
      meters.died(reaped.queue(), "poison");
    }
    LOG.warnf("lease expired queue=%s poison=%s", reaped.queue(), reaped.dead());
  }
}
