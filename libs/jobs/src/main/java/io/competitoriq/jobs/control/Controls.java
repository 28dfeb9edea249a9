package io.competitoriq.jobs.control;

import io.competitoriq.jobs.Handlers;
import io.competitoriq.jobs.JobsConfig;
import io.competitoriq.jobs.QueueSettings;
import io.competitoriq.jobs.tickets.PauseHint;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/// What operators decided, as this process knows it: read anew every `ciq.jobs.every.controls` (2
/// s). While PostgreSQL is away the last known decisions stay in force.
@ApplicationScoped
public class Controls {

  private static final Logger LOG = Logger.getLogger(Controls.class);
  private static final Duration WAIT = Duration.ofSeconds(5);

  /// Before the workers start: they should not begin with settings that were overruled long ago.
  private static final int FIRST = 1;

  private final ControlTable table;
  private final JobsConfig config;
  private final Handlers handlers;
  private final PauseHint hint;
  private final AtomicReference<Map<String, QueueControl>> known = new AtomicReference<>(Map.of());
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("ciq-jobs-controls").unstarted(task));

  Controls(ControlTable table, JobsConfig config, Handlers handlers, PauseHint hint) {
    this.table = table;
    this.config = config;
    this.handlers = handlers;
    this.hint = hint;
  }

  void start(@Observes @Priority(FIRST) StartupEvent started) {
    refresh();
    long period = config.every().controls().toMillis();
    var unused =
        thread.scheduleWithFixedDelay(this::refresh, period, period, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent stopping) {
    thread.shutdownNow();
  }

  /// The settings in force of a queue, whether or not anybody configured or changed them.
  public JobsConfig.Queue settings(String queue) {
    return Settings.of(QueueSettings.of(config, queue), of(queue).overrides());
  }

  /// What operators decided about the queue, at most a few seconds old.
  public QueueControl of(String queue) {
    return known.get().getOrDefault(queue, QueueControl.NONE);
  }

  private void refresh() {
    try {
      known.set(Map.copyOf(table.all().await().atMost(WAIT)));
      if (config.workers()) {
        handlers.queues().forEach(queue -> hint.show(queue, of(queue).paused()));
      }
    } catch (RuntimeException unreachable) {
      LOG.warnf("controls not read, the last ones stay in force error=%s", unreachable);
    }
  }
}
