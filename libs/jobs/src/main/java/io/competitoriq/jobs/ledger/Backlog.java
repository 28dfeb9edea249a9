package io.competitoriq.jobs.ledger;

import static io.competitoriq.jobs.ledger.Ledger.seconds;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What the ledger says about tickets: which jobs need one, and which generation of Redis the last
/// ones went to.
@ApplicationScoped
public class Backlog {

  private static final String NEXT = "select * from jobs.next_tickets($1, $2, $3, $4)";

  private static final String STALE =
      """
      with again as (
        update jobs.job set ticketed_at = now()
         where id in (
           select id from jobs.job
            where queue = $1 and state = 0 and ticketed_at <= now() - make_interval(secs => $2)
            order by ticketed_at limit $3 for update skip locked)
        returning id, prio, host, run_at)
      select id, prio, host, 0 as wait_ms from again order by prio, run_at, id
      """;

  private static final String SAVE_GENERATION =
      """
      insert into jobs.queue_state (queue, redis_gen) values ($1, $2)
      on conflict (queue) do update set redis_gen = excluded.redis_gen, updated_at = now()
      """;

  private final Pool pool;

  Backlog(Pool pool) {
    this.pool = pool;
  }

  /// Marks ready jobs as ticketed, best first, until `window` are outstanding; of a polite queue at
  /// most one per host that may be visited now. None when another process is at it.
  public Uni<List<Ticket>> next(String queue, int window, Pace pace) {
    return run(NEXT, queue, window, pace.isPolite(), pace.hostJobs()).map(Backlog::tickets);
  }

  /// Jobs whose ticket is older than `age`, best first: it may be lost, so publish it again.
  public Uni<List<Ticket>> stale(String queue, Duration age, int most) {
    return run(STALE, queue, seconds(age), (long) most).map(Backlog::tickets);
  }

  /// These tickets did not reach Redis, or came too early: the relay makes new ones.
  public Uni<Void> forget(Collection<Long> jobIds) {
    return run(
            "update jobs.job set ticketed_at = null where id = any($1) and state = 0",
            (Object) jobIds.toArray(Long[]::new))
        .replaceWithVoid();
  }

  /// The generation the queue's tickets were last rebuilt for, or "".
  public Uni<String> generation(String queue) {
    return run(
            "select redis_gen from jobs.queue_state where queue = $1 and redis_gen is not null",
            queue)
        .map(rows -> rows.rowCount() == 0 ? "" : rows.iterator().next().getString(0));
  }

  public Uni<Void> saveGeneration(String queue, String generation) {
    return run(SAVE_GENERATION, queue, generation).replaceWithVoid();
  }

  /// Ages in milliseconds of the starts that still count against the limit.
  public Uni<List<Long>> recentStarts(String queue, Duration window) {
    return run(
            "select cast(extract(epoch from clock_timestamp() - at) * 1000 as bigint) from jobs.job_start"
                + " where queue = $1 and at > clock_timestamp() - make_interval(secs => $2) order by at",
            queue,
            seconds(window))
        .map(rows -> stream(rows).map(row -> row.getLong(0)).toList());
  }

  private Uni<RowSet<Row>> run(String sql, Object... arguments) {
    return pool.preparedQuery(sql).execute(Tuple.from(arguments));
  }

  private static List<Ticket> tickets(RowSet<Row> rows) {
    return stream(rows)
        .map(
            row -> {
              String host = row.getString("host");
              return new Ticket(
                  row.getLong("id"),
                  row.getInteger("prio"),
                  host == null ? "" : host,
                  row.getInteger("wait_ms"));
            })
        .toList();
  }

  private static Stream<Row> stream(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }
}
