package io.competitoriq.jobs.maintenance;

import io.competitoriq.jobs.JobsConfig;
import io.competitoriq.jobs.admin.QueueDepth;
import io.competitoriq.jobs.admin.QueueStats;
import io.competitoriq.jobs.control.Controls;
import io.competitoriq.jobs.meters.DesiredWorkers;
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
  private final Controls controls;
  private final JobsConfig config;
  private final Map<String, QueueDepth> depths = new ConcurrentHashMap<>();
  private final Map<String, Duration> medianRuns = new ConcurrentHashMap<>();
  private final Map<String, Long> ticketCounts = new ConcurrentHashMap<>();

  /// Six collaborators: the two stores, what is decided, and where the figures go.
  QueueGauges(
      QueueStats stats,
      Tickets tickets,
      RedisLink redis,
      QueueMeters meters,
      Controls controls,
      JobsConfig config) {
    this.stats = stats;
    this.tickets = tickets;
    this.redis = redis;
    this.meters = meters;
    this.controls = controls;
    this.config = config;
  }

  void register(String queue) {
    meters.beginAtZero(queue);
    depth(queue, "ready", QueueDepth::ready);
    depth(queue, "delayed", QueueDepth::delayed);
    depth(queue, "inflight", QueueDepth::running);
    gauge(queue, "dead_letters", QueueDepth::dead);
    gauge(queue, "oldest_age_seconds", depth -> depth.oldestAge().toSeconds());
    gauge(queue, "relay_lag_seconds", depth -> depth.relayLag().toSeconds());
    gauge(queue, "oldest_inflight_seconds", depth -> depth.oldestInflight().toSeconds());
    meters.gauge("desired_workers", queue, () -> desiredWorkers(queue));
    meters.gauge("paused", queue, () -> controls.of(queue).paused() ? 1 : 0);
    meters.gauge("draining", queue, () -> controls.of(queue).draining() ? 1 : 0);
    meters.gauge("tickets", queue, () -> ticketCounts.getOrDefault(queue, 0L));
  }

  private void gauge(String queue, String name, ToDoubleFunction<QueueDepth> value) {
    meters.gauge(name, queue, () -> read(queue, value));
  }

  private void depth(String queue, String state, ToDoubleFunction<QueueDepth> value) {
    meters.gauge("depth", queue, "state", state, () -> read(queue, value));
  }

  void refresh(Set<String> queues) {
    stats.depths(queues).await().atMost(WAIT).forEach(depth -> depths.put(depth.queue(), depth));
    queues.forEach(queue -> medianRuns.put(queue, stats.medianRun(queue).await().atMost(WAIT)));
    if (!redis.failing()) {
      queues.forEach(queue -> ticketCounts.put(queue, tickets.count(queue).await().atMost(WAIT)));
    }
  }

  private int desiredWorkers(String queue) {
    if (controls.of(queue).paused()) {
      return config.scale().least(); // they could start nothing
    }
    long backlog = (long) read(queue, depth -> depth.ready() + depth.running());
    Duration run = medianRuns.getOrDefault(queue, Duration.ZERO);
    return new DesiredWorkers(backlog, run).of(controls.settings(queue), config.scale());
  }

  private double read(String queue, ToDoubleFunction<QueueDepth> value) {
    QueueDepth depth = depths.get(queue);
    return depth == null ? 0 : value.applyAsDouble(depth);
  }
}
