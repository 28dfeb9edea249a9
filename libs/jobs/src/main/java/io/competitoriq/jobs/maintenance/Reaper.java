package io.competitoriq.jobs.maintenance;

import io.competitoriq.jobs.JobsConfig;
import io.competitoriq.jobs.ledger.Leases;
import io.competitoriq.jobs.ledger.Leases.Reaped;
import io.competitoriq.jobs.meters.QueueMeters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/// Gives jobs of lost workers back. After PostgreSQL was away or stood still it waits one lease:
/// the workers could not renew theirs and are most likely alive.
@ApplicationScoped
class Reaper {

  private static final Logger LOG = Logger.getLogger(Reaper.class);
  private static final Duration WAIT = Duration.ofSeconds(10);

  /// An answer that takes longer says that PostgreSQL stood still.
  private static final Duration PROMPT = Duration.ofSeconds(1);

  private static final long ALWAYS = Long.MIN_VALUE;

  private final Leases leases;
  private final JobsConfig config;
  private final QueueMeters meters;
  private final AtomicLong steadySince = new AtomicLong(ALWAYS);
  private final AtomicBoolean shaken = new AtomicBoolean();

  Reaper(Leases leases, JobsConfig config, QueueMeters meters) {
    this.leases = leases;
    this.config = config;
    this.meters = meters;
  }

  void tick(Set<String> queues) {
    try {
      look();
      long since = steadySince.get();
      if (since == ALWAYS || System.nanoTime() - since >= config.lease().toNanos()) {
        leases.reap(queues).await().atMost(WAIT).forEach(this::count);
      }
    } catch (RuntimeException unreachable) {
      shaken.set(true);
      throw unreachable;
    }
  }

  /// A look before the deed: a statement that was sent to a frozen server is carried out when it
  /// thaws, before any heartbeat.
  private void look() {
    long asked = System.nanoTime();
    leases.look().await().atMost(WAIT);
    long now = System.nanoTime();
    boolean wasShaken = shaken.getAndSet(false);
    if (wasShaken || now - asked > PROMPT.toNanos()) {
      steadySince.set(now);
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
