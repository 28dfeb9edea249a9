package io.competitoriq.crawl.politeness;

import io.competitoriq.jobs.tickets.RedisLink;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Whose turn it is at a host, over all replicas: one Redis key per host that expires when the next
/// visit may begin. Redis gone means no extra delay; the queue's own host delay still holds.
@ApplicationScoped
class HostTurns {
  private static final Logger LOG = Logger.getLogger(HostTurns.class);
  private static final String KEY = "ciq:crawl:turn:";

  private final RedisLink redis;

  HostTurns(RedisLink redis) {
    this.redis = redis;
  }

  /// Takes the host's turn and keeps it for `delay` (no delay: only looks).
  ///
  /// @return how long to wait; empty when it is our turn
  Uni<Optional<Duration>> take(URI url, Optional<Duration> delay) {
    if (redis.down()) {
      return ourTurn();
    }
    String key = key(url);
    Uni<Optional<Duration>> wait =
        delay.isEmpty()
            ? remaining(key)
            : redis
                .send(Command.SET, key, "taken", "NX", "PX", delay.get().toMillis())
                .chain(set -> set == null ? remaining(key) : ourTurn());
    return wait.onFailure().recoverWithUni(failure -> withoutRedis(url, failure));
  }

  /// Nobody visits the host before `delay` is over.
  Uni<Void> close(URI url, Duration delay) {
    if (redis.down()) {
      return Uni.createFrom().voidItem();
    }
    return redis
        .send(Command.SET, key(url), "closed", "PX", delay.toMillis())
        .replaceWithVoid()
        .onFailure()
        .recoverWithUni(failure -> withoutRedis(url, failure).replaceWithVoid());
  }

  private Uni<Optional<Duration>> remaining(String key) {
    return redis
        .send(Command.PTTL, key)
        .map(Response::toLong)
        .map(millis -> millis > 0 ? Optional.of(Duration.ofMillis(millis)) : Optional.empty());
  }

  private static Uni<Optional<Duration>> ourTurn() {
    return Uni.createFrom().item(Optional.empty());
  }

  private static Uni<Optional<Duration>> withoutRedis(URI url, Throwable failure) {
    LOG.debugf("host turn not shared host=%s why=%s", url.getHost(), failure);
    return ourTurn();
  }

  private static String key(URI url) {
    return KEY + String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
  }
}
