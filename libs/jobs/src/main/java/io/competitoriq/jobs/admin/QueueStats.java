package io.competitoriq.jobs.admin;

import io.competitoriq.jobs.admin.Redriven.Duplicate;
import io.competitoriq.jobs.admin.Redriven.Queued;
import io.competitoriq.jobs.admin.Redriven.Unknown;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Reads the queues and redrives dead letters.
@ApplicationScoped
public class QueueStats {

  private static final String UNIQUE_VIOLATION = "23505";

  private static final String DEPTHS =
      """
      select q.queue,
             count(*) filter (where j.state = 0 and j.run_at <= now()) as ready,
             count(*) filter (where j.state = 0 and j.run_at > now()) as delayed,
             count(*) filter (where j.state = 1) as running,
             count(*) filter (where j.state = 3) as dead,
             greatest(0, extract(epoch from now() - min(j.run_at) filter (where j.state = 0))) as oldest,
             greatest(0, extract(epoch from now() - min(j.run_at) filter (where j.state = 0 and j.ticketed_at is null)))
               as lag,
             greatest(0, extract(epoch from now() - min(j.started_at) filter (where j.state = 1))) as inflight
        from unnest($1::text[]) as q(queue)
        left join jobs.job j on j.queue = q.queue and j.state in (0, 1, 3)
       group by q.queue order by q.queue
      """;

  private static final String MEDIAN_RUN =
      """
      select cast(percentile_cont(0.5) within group (order by extract(epoch from finished_at - started_at)) as float8)
               as median
        from (select started_at, finished_at from jobs.job
               where queue = $1 and state = 2 and finished_at > now() - interval '1 h'
               order by finished_at desc limit 200) recent
      """;

  private static final String REDRIVE =
      """
      update jobs.job
         set state = 0, attempt = 0, crashes = 0, run_at = now(), ticketed_at = null, finished_at = null, error = null,
             dead_reason = null, lease = null, cancel = false
       where id = $1 and state = 3
      """;

  private final Pool pool;

  QueueStats(Pool pool) {
    this.pool = pool;
  }

  /// One entry per queue asked for, in alphabetical order.
  public Uni<List<QueueDepth>> depths(Collection<String> queues) {
    return pool.preparedQuery(DEPTHS)
        .execute(Tuple.of(queues.toArray(String[]::new)))
        .map(QueueStats::depths);
  }

  /// Half of the queue's jobs that ran in the last hour took no longer than this (of the last 200);
  /// zero when none did.
  public Uni<Duration> medianRun(String queue) {
    return pool.preparedQuery(MEDIAN_RUN)
        .execute(Tuple.of(queue))
        .map(rows -> seconds(rows.iterator().next(), "median"));
  }

  private static List<QueueDepth> depths(RowSet<Row> rows) {
    List<QueueDepth> depths = new ArrayList<>();
    for (Row row : rows) {
      depths.add(
          new QueueDepth(
              row.getString("queue"),
              row.getLong("ready"),
              row.getLong("delayed"),
              row.getLong("running"),
              row.getLong("dead"),
              seconds(row, "oldest"),
              seconds(row, "lag"),
              seconds(row, "inflight")));
    }
    return depths;
  }

  private static Duration seconds(Row row, String column) {
    Double seconds = row.getDouble(column);
    return seconds == null ? Duration.ZERO : Duration.ofMillis((long) (seconds * 1000));
  }

  /// Gives a dead letter another life, with all its attempts.
  public Uni<Redriven> redrive(long id) {
    return pool.preparedQuery(REDRIVE)
        .execute(Tuple.of(id))
        .<Redriven>map(rows -> rows.rowCount() == 1 ? new Queued() : new Unknown())
        .onFailure(QueueStats::isDuplicate)
        .recoverWithItem(new Duplicate());
  }

  private static boolean isDuplicate(Throwable failure) {
    return failure instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState());
  }
}
