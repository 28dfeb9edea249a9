package io.competitoriq.jobs.worker;

import io.competitoriq.jobs.JobOutcome.Retryable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Ends the starts whose time is over. One look at all of them costs less than a timer for each,
/// and a tenth of a second is nothing beside the seconds of a timeout.
@ApplicationScoped
class Overdue {

  private static final Logger LOG = Logger.getLogger(Overdue.class);
  private static final long LOOK_MILLIS = 100;

  private final RunningJobs running;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("ciq-jobs-overdue").unstarted(task));

  Overdue(RunningJobs running) {
    this.running = running;
  }

  void start() {
    var unused =
        thread.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  void stop() {
    thread.shutdownNow();
  }

  private void look() {
    try {
      running.all().stream()
          .filter(RunningJob::isOverdue)
          .forEach(job -> job.end(new Ending.Answered(new Retryable("timeout"))));
    } catch (RuntimeException failed) {
      LOG.warnf(failed, "overdue jobs not looked for, trying again");
    }
  }
}
