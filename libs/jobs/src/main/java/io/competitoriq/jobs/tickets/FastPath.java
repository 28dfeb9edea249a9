package io.competitoriq.jobs.tickets;

import io.competitoriq.jobs.ledger.Ticket;
import io.competitoriq.tenancy.AfterCommit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/// Wakes workers right after a commit. Best effort: whatever it misses, the relay finds within a
/// second.
@ApplicationScoped
public class FastPath {

  /// More tickets of one transaction are left to the relay, which keeps the number in Redis
  /// bounded.
  private static final int MOST = 200;

  private static final Logger LOG = Logger.getLogger(FastPath.class);

  private final GatheredTickets tickets;
  private final RedisLink redis;

  FastPath(GatheredTickets tickets, RedisLink redis) {
    this.tickets = tickets;
    this.redis = redis;
  }

  /// Never fails the caller and never delays it.
  public void afterCommit(String queue, List<Ticket> ready) {
    try {
      AfterCommit.run(() -> now(queue, ready));
    } catch (IllegalStateException | UnsupportedOperationException otherTransaction) {
      LOG.debugf("no commit to wait for, the relay will publish queue=%s", queue);
    }
  }

  /// The same for jobs that are there already.
  public void now(String queue, List<Ticket> ready) {
    if (!redis.worthAsking()) {
      return;
    }
    tickets
        .publish(queue, ready.subList(0, Math.min(MOST, ready.size())))
        .subscribe()
        .with(_ -> {}, failure -> LOG.debugf("left to the relay queue=%s why=%s", queue, failure));
  }
}
