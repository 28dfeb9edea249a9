package io.competitoriq.jobs.worker;

import io.competitoriq.jobs.Handlers;
import io.competitoriq.jobs.JobsConfig;
import io.competitoriq.jobs.meters.QueueMeters;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/// One worker loop per queue that this service has a handler for, from start to graceful stop.
@ApplicationScoped
public class Workers {

  private static final Logger LOG = Logger.getLogger(Workers.class);
  private static final Duration RELEASE_WAIT = Duration.ofSeconds(5);
  private static final Duration GLANCE = Duration.ofMillis(50);

  /// First of all shutdown observers: handlers still need everything else.
  private static final int FIRST = 1;

  private final Handlers handlers;
  private final WorkerParts parts;
  private final Heartbeat heartbeat;
  private final Overdue overdue;
  private final RunningJobs running;
  private final JobsConfig config;
  private final QueueMeters meters;
  private final WorkerRegister register;
  private final UUID id = UUID.randomUUID();
  private final List<QueueWorker> workers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  Workers(
      Handlers handlers,
      WorkerParts parts,
      Heartbeat heartbeat,
      Overdue overdue,
      RunningJobs running,
      JobsConfig config,
      QueueMeters meters,
      WorkerRegister register) {
    this.handlers = handlers;
    this.parts = parts;
    this.heartbeat = heartbeat;
    this.overdue = overdue;
    this.running = running;
    this.config = config;
    this.meters = meters;
    this.register = register;
  }

  void start(@Observes StartupEvent started) {
    if (!config.workers() || handlers.queues().isEmpty()) {
      return;
    }
    heartbeat.start();
    overdue.start();
    String name = id.toString();
    for (String queue : handlers.queues()) {
      QueueWorker worker = new QueueWorker(queue, name, parts, config);
      workers.add(worker);
      register(worker);
      threads.add(Thread.ofPlatform().daemon().name("ciq-" + queue).start(worker));
    }
    register.join(id, workers);
    LOG.infof("working queues=%s worker=%s", handlers.queues(), name);
  }

  private void register(QueueWorker worker) {
    String queue = worker.queue();
    meters.gauge("slots", queue, "state", "busy", () -> worker.slots().busy());
    meters.gauge("stuck_handlers", queue, () -> running.stuck(queue));
    meters.gauge("slots", queue, "state", "all", () -> worker.slots().size());
    meters.gauge("limit_per_minute", queue, worker::limitPerMinute);
    meters.gauge("direct_mode", queue, () -> parts.redis().down() ? 1 : 0);
    meters.gauge("seconds_since_turn", queue, () -> worker.pulse().sinceGood().toMillis() / 1000.0);
  }

  /// The longest time a loop has not come round; zero when this process works no queue.
  public Duration longestSilence() {
    return workers.stream()
        .map(worker -> worker.pulse().sinceBeat())
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /// Stop taking, let the running jobs end, give back the rest without counting the attempt.
  void stop(@Observes @Priority(FIRST) ShutdownEvent stopping) throws InterruptedException {
    workers.forEach(QueueWorker::stop);
    if (!workers.isEmpty()) {
      register.leave(id);
    }
    for (Thread thread : threads) {
      thread.join(RELEASE_WAIT);
    }
    awaitNone(config.grace());
    if (!running.isEmpty()) {
      LOG.infof("giving back running jobs=%d", running.all().size());
      running.all().forEach(job -> job.end(new Ending.Released()));
      awaitNone(RELEASE_WAIT);
    }
    overdue.stop();
    heartbeat.stop();
  }

  private void awaitNone(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!running.isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(GLANCE);
    }
  }
}
