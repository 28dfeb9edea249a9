package io.competitoriq.jobs.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The statements by which a worker takes a job and gives it back. Each is one atomic transition;
/// every one after the claim is fenced by the lease, and answers false when somebody else owns the
/// job by now.
@ApplicationScoped
public class Ledger {

  /// A paused queue gives nothing, with tickets or without: the function is called once per open
  /// queue, and there is none.
  private static final String CLAIM =
      """
      select c.*
        from (select $1 as queue where not exists (
                select from jobs.queue_state s where s.queue = $1 and s.paused)) as open,
             jobs.claim(cast(open.queue as text), $2, $3, $4, make_interval(secs => $5), $6,
               make_interval(secs => $7), make_interval(secs => $8), $9) c
      """;

  private static final String REQUEUE =
      """
      update jobs.job
         set state = case when cancel then 4 else 0 end, finished_at = case when cancel then now() end,
             run_at = now() + make_interval(secs => $3), attempt = greatest(0, attempt - $4), error = $5,
             ticketed_at = null, lease = null, lease_until = null, worker = null, progress = null
       where id = $1 and lease = $2 and state in (0, 1)
      """;

  private static final String FINISH =
      """
      update jobs.job
         set state = $3, error = $4, dead_reason = $5, finished_at = now(), lease_until = null
       where id = $1 and lease = $2 and state in (0, 1)
      """;

  private final Pool pool;

  Ledger(Pool pool) {
    this.pool = pool;
  }

  /// Leases the jobs that the tickets name, as far as they are still to be had and the limit
  /// allows.
  public Uni<Claim> claim(
      String queue, String worker, Collection<Long> ids, Duration lease, Pace pace) {
    return claim(queue, worker, ids.toArray(Long[]::new), ids.size(), lease, pace);
  }

  /// Direct mode: leases the next `want` ready jobs, without tickets.
  public Uni<Claim> claimNext(String queue, String worker, int want, Duration lease, Pace pace) {
    return claim(queue, worker, null, want, lease, pace);
  }

  private Uni<Claim> claim(
      String queue, String worker, Long @Nullable [] ids, int want, Duration lease, Pace pace) {
    Tuple arguments =
        Tuple.from(
            new Object[] {
              queue,
              worker,
              ids,
              want,
              seconds(lease),
              pace.limit(),
              seconds(pace.window()),
              seconds(pace.hostDelay()),
              pace.hostJobs()
            });
    return pool.preparedQuery(CLAIM).execute(arguments).map(rows -> claimed(queue, rows));
  }

  private static Claim claimed(String queue, RowSet<Row> rows) {
    List<Claimed> jobs = new ArrayList<>();
    long limitedFor = 0;
    for (Row row : rows) {
      if (row.getLong("id") == null) {
        limitedFor = row.getLong("wait_ms");
      } else {
        jobs.add(job(queue, row));
      }
    }
    return new Claim(jobs, limitedFor);
  }

  private static Claimed job(String queue, Row row) {
    String trace = row.getString("trace");
    return new Claimed(
        row.getLong("id"),
        queue,
        row.getString("kind"),
        row.getUUID("workspace_id"),
        row.getString("payload"),
        trace == null ? "" : trace,
        row.getInteger("attempt"),
        row.getInteger("max_attempts"),
        row.getUUID("lease"),
        row.getLong("waited_ms"));
  }

  /// Queued again after `delay`; the attempt counts.
  public Uni<Boolean> retry(long id, UUID lease, Duration delay, String error) {
    return one(REQUEUE, id, lease, seconds(delay), 0, error);
  }

  /// Queued again after `delay`; the attempt does not count.
  public Uni<Boolean> giveBack(long id, UUID lease, Duration delay, String reason) {
    return one(REQUEUE, id, lease, seconds(delay), 1, reason);
  }

  /// Over for good; `error` says why when the state is not done.
  public Uni<Boolean> finish(long id, UUID lease, Final state, @Nullable String error) {
    return one(FINISH, id, lease, state.number(), error, null);
  }

  /// A dead letter.
  ///
  /// @param why `exhausted` or `discarded`: what dead letters are filtered by
  /// @param error the sentence for people
  public Uni<Boolean> bury(long id, UUID lease, String why, String error) {
    return one(FINISH, id, lease, Final.DEAD.number(), error, why);
  }

  private Uni<Boolean> one(String sql, @Nullable Object... arguments) {
    return pool.preparedQuery(sql).execute(Tuple.from(arguments)).map(rows -> rows.rowCount() == 1);
  }

  static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
