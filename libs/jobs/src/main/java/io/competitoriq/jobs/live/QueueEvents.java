package io.competitoriq.jobs.live;

import io.competitoriq.jobs.tickets.RedisLink;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// One small event per end of a start, in a capped stream per queue. They are gathered for 100 ms
/// and written in batches, so that a busy queue pays one command for fifty; what does not fit or
/// does not arrive is gone, and nobody waits for it.
@ApplicationScoped
public class QueueEvents {

  private static final Logger LOG = Logger.getLogger(QueueEvents.class);

  /// Batches; between a thousand events of a quiet queue and fifty thousand (1 MB) of a busy one.
  private static final String KEPT = "1000";

  private static final int BATCH = 50;
  private static final int MOST_WAITING = 5000;
  private static final long GATHER_MILLIS = 100;

  private final RedisLink redis;
  private final Vertx vertx;
  private final BlockingQueue<Ended> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicBoolean scheduled = new AtomicBoolean();

  /// For the container, and for who wants to see every end as it happens.
  protected QueueEvents(RedisLink redis, Vertx vertx) {
    this.redis = redis;
    this.vertx = vertx;
  }

  private record Ended(String queue, String type, long jobId) {}

  /// A start ended. Returns at once, never fails; costs nothing while Redis is away.
  public void ended(String queue, String type, long jobId) {
    if (!redis.failing()
        && waiting.offer(new Ended(queue, type, jobId))
        && scheduled.compareAndSet(false, true)) {
      vertx.setTimer(GATHER_MILLIS, _ -> flush());
    }
  }

  /// The events of a queue after `lastId`, then those to come; see [LiveEventReader#from].
  public Multi<QueueEvent> from(String queue, String lastId) {
    return new StreamTail(redis, key(queue))
        .from(lastId)
        .map(entry -> QueueEvent.batch(entry.id(), entry.value(0)))
        .onItem()
        .disjoint();
  }

  void stop(@Observes ShutdownEvent stopping) {
    waiting.clear();
  }

  private void flush() {
    scheduled.set(false);
    List<Ended> ended = new ArrayList<>();
    waiting.drainTo(ended);
    List<Request> requests = new ArrayList<>();
    ended.stream()
        .collect(Collectors.groupingBy(Ended::queue))
        .forEach((queue, ofQueue) -> addRequests(queue, ofQueue, requests));
    if (!requests.isEmpty()) {
      send(requests);
    }
  }

  private static void addRequests(String queue, List<Ended> ended, List<Request> requests) {
    for (int from = 0; from < ended.size(); from += BATCH) {
      String batch =
          ended.subList(from, Math.min(ended.size(), from + BATCH)).stream()
              .map(each -> each.type() + ":" + each.jobId())
              .collect(Collectors.joining(","));
      requests.add(
          Request.cmd(Command.XADD)
              .arg(key(queue))
              .arg("MAXLEN")
              .arg("~")
              .arg(KEPT)
              .arg("*")
              .arg("e")
              .arg(batch));
    }
  }

  private void send(List<Request> requests) {
    redis
        .sendAll(requests)
        .subscribe()
        .with(_ -> {}, failure -> LOG.debugf("queue events not sent why=%s", failure));
  }

  /// In the slot of the queue's other keys.
  private static String key(String queue) {
    return "{q:" + queue + "}:e";
  }
}
