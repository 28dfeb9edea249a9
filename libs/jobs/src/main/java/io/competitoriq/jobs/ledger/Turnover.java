package io.competitoriq.jobs.ledger;

import io.vertx.core.Future;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Says "done" about the jobs that have ended and leases those that tickets name, in one statement
/// and one wait for the disk. For queues without limit and polite hosts, where a claim is nothing
/// but taking the row.
///
/// Answers with Vert.x's own futures: each step of a Mutiny pipeline restores a context, which
/// costs a short job more than its handler.
@ApplicationScoped
public class Turnover {

  /// A job that is not taken as done, because somebody holds its row, its batch must be counted
  /// down or its lease is lost, is missing in the answer, as is a ticket's job that is not to be
  /// had.
  private static final String TURN_OVER =
      "select * from jobs.turn_over($1, $2, $3, make_interval(secs => $4), $5, $6)";

  private final io.vertx.sqlclient.Pool pool;

  Turnover(Pool pool) {
    this.pool = pool.getDelegate();
  }

  /// A job that has ended, by its lease.
  public record Ended(long id, UUID lease) {}

  /// What became of it.
  ///
  /// @param jobs now leased to the worker
  /// @param done leases of the jobs that are now durably done
  public record Turned(List<Claimed> jobs, Set<UUID> done) {}

  /// Fails as a whole: nothing is done and nothing leased then, as far as anybody here knows.
  public Future<Turned> turn(
      String queue, String worker, Collection<Ended> ended, Collection<Long> ids, Duration lease) {
    Tuple arguments =
        Tuple.of(
            queue,
            worker,
            ids.toArray(Long[]::new),
            Ledger.seconds(lease),
            ended.stream().map(Ended::id).toArray(Long[]::new),
            ended.stream().map(Ended::lease).toArray(UUID[]::new));
    return pool.preparedQuery(TURN_OVER).execute(arguments).map(rows -> turned(queue, rows));
  }

  private static Turned turned(String queue, RowSet<Row> rows) {
    List<Claimed> jobs = new ArrayList<>();
    Set<UUID> done = new HashSet<>();
    for (Row row : rows) {
      if (row.getLong(0) == null) {
        done.add(row.getUUID(7));
      } else {
        jobs.add(claimed(queue, row));
      }
    }
    return new Turned(jobs, done);
  }

  private static Claimed claimed(String queue, Row row) {
    String trace = row.getString(4);
    return new Claimed(
        row.getLong(0),
        queue,
        row.getString(1),
        row.getUUID(2),
        row.getString(3),
        trace == null ? "" : trace,
        row.getInteger(5),
        row.getInteger(6),
        row.getUUID(7),
        row.getLong(8));
  }
}
