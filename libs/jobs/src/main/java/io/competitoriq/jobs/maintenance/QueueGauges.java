package io.competitoriq.jobs.maintenance;

import io.competitoriq.jobs.admin.QueueDepth;
import io.competitoriq.jobs.admin.QueueStats;
import io.competitoriq.jobs.meters.QueueMeters;
import io.competitoriq.jobs.tickets.RedisLink;
import io.competitoriq.jobs.tickets.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/// Depth and age of the queues, read from the ledger now and then and kept for whoever reads the
/// metrics.
@ApplicationScoped
class QueueGauges {

  private static final Duration WAIT = Duration.ofSeconds(10);

  private final QueueStats stats;
  private final Tickets tickets;
  private final RedisLink redis;
  private final QueueMeters meters;
  private final Map<String, QueueDepth> depths = new ConcurrentHashMap<>();
  private final Map<String, Long> ticketCounts = new ConcurrentHashMap<>();

  QueueGauges(QueueStats stats, Tickets tickets, RedisLink redis, QueueMeters meters) {
    this.stats = stats;
    this.tickets = tickets;
    this.redis = redis;
    this.meters = meters;
  }

  void register(String queue) {
    depth(queue, "ready", QueueDepth::ready);
    depth(queue, "delayed", QueueDepth::delayed);
    depth(queue, "inflight", QueueDepth::running);
    depth(queue, "dead", QueueDepth::dead);
    meters.gauge(
        "oldest_age_seconds", queue, () -> read(queue, depth -> depth.oldestAge().toSeconds()));
    meters.gauge(
        "relay_lag_seconds", queue, () -> read(queue, depth -> depth.relayLag().toSeconds()));
    meters.gauge("tickets", queue, () -> ticketCounts.getOrDefault(queue, 0L));
  }

  private void depth(String queue, String state, ToDoubleFunction<QueueDepth> value) {
    meters.gauge("depth", queue, "state", state, () -> read(queue, value));
  }

  void refresh(Set<String> queues) {
    stats.depths(queues).await().atMost(WAIT).forEach(depth -> depths.put(depth.queue(), depth));
    if (!redis.failing()) {
      queues.forEach(queue -> ticketCounts.put(queue, tickets.count(queue).await().atMost(WAIT)));
    }
  }

  private double read(String queue, ToDoubleFunction<QueueDepth> value) {
    QueueDepth depth = depths.get(queue);
    return depth == null ? 0 : value.applyAsDouble(depth);
  }
}
