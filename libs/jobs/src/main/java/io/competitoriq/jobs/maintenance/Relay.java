package io.competitoriq.jobs.maintenance;

import io.competitoriq.jobs.JobsConfig;
import io.competitoriq.jobs.control.Controls;
import io.competitoriq.jobs.ledger.Backlog;
import io.competitoriq.jobs.ledger.Pace;
import io.competitoriq.jobs.ledger.Ticket;
import io.competitoriq.jobs.meters.QueueMeters;
import io.competitoriq.jobs.tickets.RedisLink;
import io.competitoriq.jobs.tickets.Tickets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Tickets for every job that is ready and has none: the ones the fast path missed, retries,
/// delays, and all of them after Redis was emptied. Its regular look at Redis is also how a process
/// notices that Redis is back.
@ApplicationScoped
public class Relay {

  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final Duration WAIT = Duration.ofSeconds(10);
  private static final Duration STALE = Duration.ofSeconds(30);
  private static final int CHUNK = 500;

  private final Backlog backlog;
  private final Tickets tickets;
  private final RedisLink redis;
  private final JobsConfig config;
  private final Controls controls;
  private final QueueMeters meters;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  /// Six collaborators: the two stores, what is decided about the queue, and what is counted.
  Relay(
      Backlog backlog,
      Tickets tickets,
      RedisLink redis,
      JobsConfig config,
      Controls controls,
      QueueMeters meters) {
    this.backlog = backlog;
    this.tickets = tickets;
    this.redis = redis;
    this.config = config;
    this.controls = controls;
    this.meters = meters;
  }

  /// One look at one queue. May be called by anybody at any time; does nothing while Redis is away.
  public void tick(String queue) {
    String generation;
    try {
      generation = await(tickets.generation(queue));
    } catch (RuntimeException redisAway) {
      LOG.debugf("relay waits for Redis queue=%s why=%s", queue, redisAway);
      return;
    }
    if (generation.isEmpty()) {
      generation = begin(queue);
    }
    if (!generation.equals(known.get(queue))) {
      adopt(queue, generation);
    }
    publish(queue, await(backlog.next(queue, config.ticketWindow(), pace(queue))));
  }

  /// Publishes again what may have been lost; tickets that are still there are ignored.
  void reconcile(String queue) {
    if (!redis.failing()) {
      List<Ticket> stale = await(backlog.stale(queue, STALE, config.ticketWindow()));
      publish(queue, stale);
      meters.republished(queue, "reconcile", stale.size());
    }
  }

  /// In an empty Redis the limiter must know the recent starts before the first ticket can be
  /// taken.
  private String begin(String queue) {
    Pace pace = pace(queue);
    if (pace.limit() > 0) {
      await(tickets.seedLimiter(queue, await(backlog.recentStarts(queue, pace.window()))));
    }
    return await(tickets.publish(queue, UUID.randomUUID().toString(), List.of()));
  }

  /// The first process to see a generation publishes the tickets of the last one again. When it
  /// dies half-way the next process does, and a ticket published twice is ignored.
  private void adopt(String queue, String generation) {
    if (!generation.equals(await(backlog.generation(queue)))) {
      publish(queue, await(backlog.stale(queue, Duration.ZERO, config.ticketWindow())));
      await(backlog.saveGeneration(queue, generation));
      meters.redisGenerationChanged(queue);
      LOG.infof("tickets are rebuilt for a new Redis generation queue=%s", queue);
    }
    known.put(queue, generation);
  }

  private void publish(String queue, List<Ticket> due) {
    for (int from = 0; from < due.size(); from += CHUNK) {
      List<Ticket> chunk = due.subList(from, Math.min(due.size(), from + CHUNK));
      try {
        await(tickets.publish(queue, Tickets.NO_GENERATION, chunk));
      } catch (RuntimeException redisFailed) {
        List<Ticket> rest = due.subList(from, due.size());
        LOG.debugf(
            "tickets not published queue=%s jobs=%d why=%s", queue, rest.size(), redisFailed);
        await(backlog.forget(rest.stream().map(Ticket::jobId).toList()));
        return;
      }
    }
  }

  private Pace pace(String queue) {
    return Pace.of(controls.settings(queue));
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(WAIT);
  }
}
