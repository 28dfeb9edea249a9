package io.competitoriq.jobs.maintenance;

import io.competitoriq.jobs.Handlers;
import io.competitoriq.jobs.JobsConfig;
import io.competitoriq.jobs.meters.QueueMeters;
import io.competitoriq.jobs.tickets.RedisLink;
import io.competitoriq.jobs.tickets.Tickets;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// The clockwork behind the queues of this service. A part that fails is tried again at its next
/// turn.
@ApplicationScoped
class Maintenance {

  private static final Logger LOG = Logger.getLogger(Maintenance.class);
  private static final Duration TICKET_IDLE = Duration.ofSeconds(10);
  private static final Duration WAIT = Duration.ofSeconds(10);

  private final Handlers handlers;
  private final Relay relay;
  private final Reaper reaper;
  private final Tickets tickets;
  private final RedisLink redis;
  private final Archive archive;
  private final QueueGauges gauges;
  private final QueueMeters meters;
  private final JobsConfig config;
  // Two threads: a slow look at one thing must not hold up the relay.
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(
          2, task -> Thread.ofPlatform().daemon().name("ciq-jobs-maintenance").unstarted(task));

  /// Nine collaborators: one per part of the clockwork.
  Maintenance(
      Handlers handlers,
      Relay relay,
      Reaper reaper,
      Tickets tickets,
      RedisLink redis,
      Archive archive,
      QueueGauges gauges,
      QueueMeters meters,
      JobsConfig config) {
    this.handlers = handlers;
    this.relay = relay;
    this.reaper = reaper;
    this.tickets = tickets;
    this.redis = redis;
    this.archive = archive;
    this.gauges = gauges;
    this.meters = meters;
    this.config = config;
  }

  void start(@Observes StartupEvent started) {
    Set<String> queues = handlers.queues();
    if (!config.workers() || queues.isEmpty()) {
      return;
    }
    queues.forEach(gauges::register);
    every(config.every().relay(), "relay", () -> queues.forEach(relay::tick));
    every(config.every().reaper(), "reaper", () -> reaper.tick(queues));
    every(config.every().reconciler(), "reconciler", () -> queues.forEach(relay::reconcile));
    every(config.every().janitor(), "janitor", () -> queues.forEach(this::tidy));
    every(config.every().archive(), "archive", archive::tick);
    every(config.every().gauges(), "gauges", () -> gauges.refresh(queues));
  }

  void stop(@Observes ShutdownEvent stopping) {
    threads.shutdownNow();
  }

  private void tidy(String queue) {
    if (!redis.failing()) {
      meters.republished(queue, "janitor", tickets.tidy(queue, TICKET_IDLE).await().atMost(WAIT));
    }
  }

  private void every(Duration period, String part, Runnable work) {
    var unused =
        threads.scheduleWithFixedDelay(
            () -> guarded(part, work), 0, period.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void guarded(String part, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failed) {
      LOG.warnf("maintenance failed, next turn tries again part=%s error=%s", part, failed);
    }
  }
}
