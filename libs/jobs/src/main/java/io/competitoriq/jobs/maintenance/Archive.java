package io.competitoriq.jobs.maintenance;

import io.competitoriq.jobs.JobsConfig;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// Keeps the working table as small as the work: finished jobs go to the archive, old days of the
/// archive and hosts nobody has visited lately go away.
@ApplicationScoped
class Archive {

  private static final Duration WAIT = Duration.ofSeconds(10);
  private static final int PER_STATEMENT = 1000;
  private static final int STATEMENTS = 20;
  private static final String FORGET_HOSTS =
      "delete from jobs.host_state where next_at < now() - interval '2 days'";

  private final Pool pool;
  private final JobsConfig config;

  Archive(Pool pool, JobsConfig config) {
    this.pool = pool;
    this.config = config;
  }

  void tick() {
    int round = 0;
    while (move() == PER_STATEMENT && round < STATEMENTS) {
      round++;
    }
    run("select jobs.drop_archived_days(make_interval(secs => $1))", config.keepFinished());
    pool.query(FORGET_HOSTS).execute().await().atMost(WAIT);
  }

  private int move() {
    return run(
        "select jobs.archive_finished(make_interval(secs => $1), " + PER_STATEMENT + ")",
        config.archiveAfter());
  }

  private int run(String sql, Duration age) {
    return pool.preparedQuery(sql)
        .execute(Tuple.of((double) age.toSeconds()))
        .await()
        .atMost(WAIT)
        .iterator()
        .next()
        .getInteger(0);
  }
}
