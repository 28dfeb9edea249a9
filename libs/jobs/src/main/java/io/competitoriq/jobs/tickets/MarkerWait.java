package io.competitoriq.jobs.tickets;

import io.quarkus.redis.client.RedisClientName;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import org.jboss.logging.Logger;

/// Sleeps until a ticket may be there, on connections of its own: a blocked one would be missing to
/// everybody else.
@ApplicationScoped
public class MarkerWait {

  private static final Logger LOG = Logger.getLogger(MarkerWait.class);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private final Redis redis;

  MarkerWait(@RedisClientName("wait") Redis redis) {
    this.redis = redis;
  }

  /// Completes when the queue's marker was set or after `most` (at most 5 s); fails when Redis is
  /// gone.
  public Uni<Void> await(String queue, Duration most) {
    Duration wait = most.compareTo(LONGEST) < 0 ? most : LONGEST;
    String seconds = String.format(Locale.ROOT, "%.3f", Math.max(1, wait.toMillis()) / 1000.0);
    return redis
        .send(RedisLink.request(Command.BZPOPMIN, TicketKeys.of(queue).marker(), seconds))
        .ifNoItem()
        .after(wait.plus(MARGIN))
        .fail()
        .replaceWithVoid();
  }

  /// Somebody who can take nothing was woken, as a wait that has begun cannot be withdrawn: wakes
  /// another worker. Best effort.
  public void passOn(String queue) {
    redis
        .send(RedisLink.request(Command.ZADD, TicketKeys.of(queue).marker(), 0, 0))
        .subscribe()
        .with(_ -> {}, failure -> LOG.debugf("marker lost queue=%s why=%s", queue, failure));
  }
}
