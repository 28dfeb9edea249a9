package io.competitoriq.jobs.worker;

import io.competitoriq.jobs.JobsConfig;
import io.competitoriq.jobs.ledger.Leases;
import io.competitoriq.jobs.ledger.Leases.Alive;
import io.competitoriq.jobs.ledger.Leases.Beat;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Keeps the leases of this process alive, from a thread, an event loop and a database connection
/// of its own: neither busy or blocking handlers nor an exhausted pool can make it late.
@ApplicationScoped
class Heartbeat {

  private static final int BEATS_PER_LEASE = 3;
  private static final Logger LOG = Logger.getLogger(Heartbeat.class);

  private final Leases leases;
  private final HeartbeatLine line;
  private final RunningJobs running;
  private final JobsConfig config;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("ciq-jobs-heartbeat").unstarted(task));

  Heartbeat(Leases leases, HeartbeatLine line, RunningJobs running, JobsConfig config) {
    this.leases = leases;
    this.line = line;
    this.running = running;
    this.config = config;
  }

  void start() {
    long period = config.lease().toMillis() / BEATS_PER_LEASE;
    var unused = thread.scheduleAtFixedRate(this::beat, period, period, TimeUnit.MILLISECONDS);
  }

  void stop() {
    thread.shutdownNow();
    line.close();
  }

  private void beat() {
    Collection<RunningJob> jobs = running.all();
    if (jobs.isEmpty()) {
      return;
    }
    try {
      apply(jobs, renew(jobs));
    } catch (RuntimeException failed) {
      line.drop();
      LOG.warnf("heartbeat failed, leases run on jobs=%d error=%s", jobs.size(), failed);
    }
  }

  private List<Alive> renew(Collection<RunningJob> jobs) {
    Duration patience = config.lease().dividedBy(BEATS_PER_LEASE);
    List<Beat> beats =
        jobs.stream()
            .map(job -> new Beat(job.claimed().id(), job.claimed().lease(), job.progress()))
            .toList();
    return leases.beat(line.connection(patience), beats, config.lease()).await().atMost(patience);
  }

  private static void apply(Collection<RunningJob> jobs, List<Alive> answers) {
    var alive = answers.stream().collect(Collectors.toMap(Alive::id, Function.identity()));
    for (RunningJob job : jobs) {
      Alive answer = alive.get(job.claimed().id());
      if (answer == null) {
        LOG.warnf("lease lost job=%d", job.claimed().id());
        job.end(new Ending.Lost());
      } else if (answer.cancel()) {
        job.end(new Ending.CancelRequested());
      }
    }
  }
}
