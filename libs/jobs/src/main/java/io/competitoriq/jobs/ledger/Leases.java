package io.competitoriq.jobs.ledger;

import static io.competitoriq.jobs.ledger.Ledger.seconds;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeping leases alive, and taking back the ones that nobody keeps.
@ApplicationScoped
public class Leases {

  /// Three crashes make a job poison.
  private static final int CRASHES = 3;

  /// A row that a committing handler holds is skipped, so one long transaction cannot starve the
  /// others' heartbeat.
  private static final String BEAT =
      """
      with mine as (
        select j.id, p.progress
          from jobs.job j
          join unnest($2::bigint[], $3::uuid[], $4::int[]) p(id, lease, progress) on j.id = p.id and j.lease = p.lease
         where j.state = 1 order by j.id for update of j skip locked)
      update jobs.job j
         set lease_until = now() + make_interval(secs => $1), progress = coalesce(mine.progress, j.progress)
        from mine where j.id = mine.id returning j.id, j.cancel
      """;

  private static final String HELD =
      """
      select j.id, j.cancel from jobs.job j
        join unnest($1::bigint[], $2::uuid[]) p(id, lease) on j.id = p.id and j.lease = p.lease
       where j.state in (0, 1, 2)
      """;

  /// The first crash costs no delay, so a killed worker's jobs run again at once; later ones wait.
  private static final String REAP =
      """
      update jobs.job
         set crashes = crashes + 1,
             state = case when cancel then 4 when crashes + 1 >= $2 then 3 else 0 end,
             finished_at = case when cancel or crashes + 1 >= $2 then now() end,
             dead_reason = case when crashes + 1 >= $2 and not cancel then 'poison' end,
             error = case when crashes + 1 >= $2 then 'poison: its worker was lost ' || (crashes + 1) || ' times'
                          else 'lease expired' end,
             ticketed_at = null, run_at = now() + crashes * interval '5 s'
       where id in (
         select id from jobs.job
          where state = 1 and lease_until < now() and queue = any($1) for update skip locked limit 1000)
      returning queue, state
      """;

  private final Pool pool;

  Leases(Pool pool) {
    this.pool = pool;
  }

  /// A job whose lease is to be renewed; progress null when the handler has not said any.
  public record Beat(long id, UUID lease, @Nullable Integer progress) {}

  /// What the ledger answered to a heartbeat.
  ///
  /// @param cancel somebody asked for the job to be cancelled
  public record Alive(long id, boolean cancel) {}

  /// A lease that ran out; dead when it was one crash too many.
  public record Reaped(String queue, boolean dead) {}

  /// Renews the leases in one statement. A job that is missing in the answer is not ours any more.
  public Uni<List<Alive>> beat(SqlConnection connection, Collection<Beat> jobs, Duration lease) {
    Long[] ids = jobs.stream().map(Beat::id).toArray(Long[]::new);
    UUID[] leases = jobs.stream().map(Beat::lease).toArray(UUID[]::new);
    Integer[] progress = jobs.stream().map(Beat::progress).toArray(Integer[]::new);
    return connection
        .preparedQuery(BEAT)
        .execute(Tuple.of(seconds(lease), ids, leases, progress))
        .chain(
            renewed ->
                renewed.rowCount() == ids.length
                    ? Uni.createFrom().item(alive(renewed))
                    : connection
                        .preparedQuery(HELD)
                        .execute(Tuple.of(ids, leases))
                        .map(Leases::alive));
  }

  private static List<Alive> alive(RowSet<Row> rows) {
    List<Alive> alive = new ArrayList<>();
    rows.forEach(row -> alive.add(new Alive(row.getLong("id"), row.getBoolean("cancel"))));
    return alive;
  }

  /// Completes as soon as PostgreSQL answers anything.
  public Uni<Void> look() {
    return pool.query("select").execute().replaceWithVoid();
  }

  /// Queues the jobs whose lease ran out again, or buries them after the third crash.
  public Uni<List<Reaped>> reap(Collection<String> queues) {
    return pool.preparedQuery(REAP)
        .execute(Tuple.of(queues.toArray(String[]::new), CRASHES))
        .map(
            rows -> {
              List<Reaped> reaped = new ArrayList<>();
              rows.forEach(
                  row ->
                      reaped.add(new Reaped(row.getString("queue"), row.getInteger("state") == 3)));
              return reaped;
            });
  }
}
