package io.competitoriq.jobs.admin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// The register of processes that work queues.
@ApplicationScoped
public class WorkerList {

  private static final String ALL =
      """
      select w.*, w.seen_at < now() - interval '20 s' as lost,
             (select count(*) from jobs.job j where j.state = 1 and j.worker = cast(w.id as text)) as running
        from jobs.worker w order by w.service, w.started_at, w.id
      """;

  private static final String DRAIN =
      """
      with old as (select id, draining from jobs.worker where id = cast(:id as uuid) for update),
      changed as (
        update jobs.worker w set draining = :draining from old where w.id = old.id returning w.id)
      select old.draining from old, changed
      """;

  private final Pool pool;

  WorkerList(Pool pool) {
    this.pool = pool;
  }

  /// All that were seen in the last ten minutes.
  public Uni<List<WorkerView>> all() {
    return pool.query(ALL)
        .execute()
        .map(
            rows -> {
              List<WorkerView> workers = new ArrayList<>();
              rows.forEach(row -> workers.add(view(row)));
              return workers;
            });
  }

  /// Makes a process take nothing more, or take jobs again, within `ciq.jobs.every.register`; what
  /// it runs ends. In the caller's transaction.
  ///
  /// @return whether it was draining before; nothing when there is no such process
  public Uni<List<Boolean>> drain(Mutiny.Session tx, UUID id, boolean draining) {
    return tx.createNativeQuery(DRAIN, Boolean.class)
        .setParameter("id", id.toString())
        .setParameter("draining", draining)
        .getResultList();
  }

  private static WorkerView view(Row row) {
    return new WorkerView(
        row.getUUID("id"),
        row.getString("service"),
        row.getString("host"),
        row.getLong("pid"),
        row.getString("version"),
        List.of(row.getArrayOfStrings("queues")),
        row.getInteger("slots"),
        row.getLong("running"),
        row.getBoolean("direct"),
        row.getBoolean("draining"),
        row.getOffsetDateTime("started_at").toInstant(),
        row.getOffsetDateTime("seen_at").toInstant(),
        row.getBoolean("lost"));
  }
}
