package io.competitoriq.jobs.live;

import io.competitoriq.jobs.tickets.RedisLink;
import io.competitoriq.tenancy.AfterCommit;
import io.vertx.mutiny.redis.client.Command;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Tells open browsers that something changed. Never authoritative and never a failure for the
/// caller: an event lost with Redis costs a refresh, nothing else.
@ApplicationScoped
public class LiveEvents {

  static final String STREAM = "ciq:live";
  private static final String KEPT = "10000";
  private static final Logger LOG = Logger.getLogger(LiveEvents.class);

  private final RedisLink redis;

  LiveEvents(RedisLink redis) {
    this.redis = redis;
  }

  /// Inside a workspace transaction: after its commit (not on rollback). Elsewhere: at once.
  public void publish(UUID workspaceId, String type, UUID subjectId) {
    Runnable send = () -> send(workspaceId, type, subjectId);
    try {
      AfterCommit.run(send);
    } catch (IllegalStateException | UnsupportedOperationException noTransaction) {
      send.run();
    }
  }

  private void send(UUID workspaceId, String type, UUID subjectId) {
    if (redis.down()) {
      return;
    }
    redis
        .send(
            Command.XADD,
            STREAM,
            "MAXLEN",
            "~",
            KEPT,
            "*",
            "w",
            workspaceId,
            "t",
            type,
            "s",
            subjectId)
        .subscribe()
        .with(_ -> {}, failure -> LOG.debugf("live event not sent type=%s why=%s", type, failure));
  }
}
