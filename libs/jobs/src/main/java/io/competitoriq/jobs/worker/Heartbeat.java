package io.competitoriq.jobs.worker;

import io.competitoriq.jobs.JobsConfig;
import io.competitoriq.jobs.ledger.Leases;
import io.competitoriq.jobs.ledger.Leases.Alive;
import io.competitoriq.jobs.ledger.Leases.Beat;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Keeps the leases of this process alive, from a thread and a database connection of its own:
/// neither busy handlers nor an exhausted pool can make it late.
@ApplicationScoped
class Heartbeat {

  private static final int BEATS_PER_LEASE = 3;
  private static final Logger LOG = Logger.getLogger(Heartbeat.class);

  private final Leases leases;
  private final RunningJobs running;
  private final JobsConfig config;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("ciq-jobs-heartbeat").unstarted(task));
  private final AtomicReference<@Nullable SqlConnection> connection = new AtomicReference<>();

  Heartbeat(Leases leases, RunningJobs running, JobsConfig config) {
    this.leases = leases;
    this.running = running;
    this.config = config;
  }

  void start() {
    long period = config.lease().toMillis() / BEATS_PER_LEASE;
    var unused = thread.scheduleAtFixedRate(this::beat, period, period, TimeUnit.MILLISECONDS);
  }

  void stop() {
    thread.shutdownNow();
    drop();
  }

  private void beat() {
    Collection<RunningJob> jobs = running.all();
    if (jobs.isEmpty()) {
      return;
    }
    try {
      apply(jobs, renew(jobs));
    } catch (RuntimeException failed) {
      drop();
      LOG.warnf("heartbeat failed, leases run on jobs=%d error=%s", jobs.size(), failed);
    }
  }

  private List<Alive> renew(Collection<RunningJob> jobs) {
    Duration patience = config.lease().dividedBy(BEATS_PER_LEASE);
    SqlConnection own = connection.get();
    if (own == null) {
      own = leases.ownConnection().await().atMost(patience);
      connection.set(own);
    }
    List<Beat> beats =
        jobs.stream()
            .map(job -> new Beat(job.claimed().id(), job.claimed().lease(), job.progress()))
            .toList();
    return leases.beat(own, beats, config.lease()).await().atMost(patience);
  }

  private static void apply(Collection<RunningJob> jobs, List<Alive> answers) {
    var alive = answers.stream().collect(Collectors.toMap(Alive::id, Function.identity()));
    for (RunningJob job : jobs) {
      Alive answer = alive.get(job.claimed().id());
      if (answer == null) {
        LOG.warnf("lease lost job=%d", job.claimed().id());
        job.interrupt(new Ending.Lost());
      } else if (answer.cancel()) {
        job.interrupt(new Ending.CancelRequested());
      }
    }
  }

  private void drop() {
    SqlConnection old = connection.getAndSet(null);
    if (old != null) {
      old.close().subscribe().with(_ -> {}, failure -> LOG.debugf("closing: %s", failure));
    }
  }
}
