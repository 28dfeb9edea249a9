package io.competitoriq.jobs.tickets;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Tells Redis that a queue is paused, so that workers wait instead of asking in vain. Only the
/// ledger decides: a hint that is lost or stale is put right by the next look of any worker.
@ApplicationScoped
public class PauseHint {

  private static final Logger LOG = Logger.getLogger(PauseHint.class);
  private static final String PAUSED = "paused";

  private final RedisLink redis;

  PauseHint(RedisLink redis) {
    this.redis = redis;
  }

  /// Returns at once and never fails; taking the hint away wakes a worker.
  public void show(String queue, boolean paused) {
    if (!redis.worthAsking()) {
      return;
    }
    TicketKeys keys = TicketKeys.of(queue);
    var shown =
        paused
            ? redis.send(Command.HSET, keys.meta(), PAUSED, 1)
            : redis
                .send(Command.HDEL, keys.meta(), PAUSED)
                .chain(
                    removed ->
                        removed.toInteger() == 1
                            ? redis.send(Command.ZADD, keys.marker(), 0, 0)
                            : Uni.createFrom().item(removed));
    shown
        .subscribe()
        .with(_ -> {}, failure -> LOG.debugf("no hint queue=%s why=%s", queue, failure));
  }
}
