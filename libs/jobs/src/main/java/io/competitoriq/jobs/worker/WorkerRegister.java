package io.competitoriq.jobs.worker;

import io.competitoriq.jobs.JobsConfig;
import io.competitoriq.jobs.tickets.RedisLink;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// This process in the register `jobs.worker`: says that it is there, and hears whether an operator
/// wants it to take nothing more.
@ApplicationScoped
class WorkerRegister {

  private static final Logger LOG = Logger.getLogger(WorkerRegister.class);
  private static final Duration WAIT = Duration.ofSeconds(5);

  private static final String SIGN =
      """
      insert into jobs.worker (id, service, host, pid, version, queues, slots, direct)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (id) do update set seen_at = now(), slots = excluded.slots, direct = excluded.direct
      returning draining
      """;

  private static final String FORGET_STALE =
      "delete from jobs.worker where seen_at < now() - interval '10 minutes'";

  private final Pool pool;
  private final JobsConfig config;
  private final RedisLink redis;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("ciq-jobs-register").unstarted(task));

  WorkerRegister(Pool pool, JobsConfig config, RedisLink redis) {
    this.pool = pool;
    this.config = config;
    this.redis = redis;
  }

  /// Keeps the row fresh until [#leave], and makes the loops rest while it says so.
  void join(UUID id, Collection<QueueWorker> workers) {
    var unused =
        thread.scheduleWithFixedDelay(
            () -> tick(id, workers),
            0,
            config.every().register().toMillis(),
            TimeUnit.MILLISECONDS);
  }

  void leave(UUID id) {
    thread.shutdownNow();
    pool.preparedQuery("delete from jobs.worker where id = $1")
        .execute(Tuple.of(id))
        .subscribe()
        .with(_ -> {}, failure -> LOG.debugf("left without a word why=%s", failure));
  }

  private void tick(UUID id, Collection<QueueWorker> workers) {
    try {
      boolean draining = sign(id, workers).await().atMost(WAIT);
      workers.forEach(worker -> worker.rest(draining));
      pool.query(FORGET_STALE).execute().await().atMost(WAIT);
    } catch (RuntimeException unreachable) {
      LOG.debugf("not registered, next turn tries again why=%s", unreachable);
    }
  }

  private Uni<Boolean> sign(UUID id, Collection<QueueWorker> workers) {
    String[] queues = workers.stream().map(QueueWorker::queue).toArray(String[]::new);
    int slots = workers.stream().mapToInt(worker -> worker.slots().size()).sum();
    Object[] row = {
      id,
      config.service(),
      hostName(),
      ProcessHandle.current().pid(),
      config.version(),
      queues,
      slots,
      redis.down()
    };
    return pool.preparedQuery(SIGN)
        .execute(Tuple.from(row))
        .map(rows -> rows.iterator().next().getBoolean("draining"));
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "unknown";
    }
  }
}
