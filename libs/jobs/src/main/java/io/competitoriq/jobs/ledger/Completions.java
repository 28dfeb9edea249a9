package io.competitoriq.jobs.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Says "done" about jobs whose handlers answered without a commit of their own. Those that end at
/// about the same time share one statement, and so one wait for the disk.
///
/// Each is fenced for itself. A job that the shared statement does not take, because somebody holds
/// its row, its batch must be counted down, or its lease is lost, gets a statement of its own,
/// which has the last word; so does every job of a shared statement that fails. None waits for
/// another's.
@ApplicationScoped
public class Completions {

  /// One statement is to stay short: others wait for it.
  private static final int MOST = 100;

  /// Leases are random, so one that fits is its own job's.
  private static final String DONE = "select jobs.done($1, $2)";

  private final Pool pool;
  private final Ledger ledger;
  private final Gathering<Done, Boolean> gathering = new Gathering<>(MOST, this::done);

  Completions(Pool pool, Ledger ledger) {
    this.pool = pool;
    this.ledger = ledger;
  }

  private record Done(long id, UUID lease) {}

  /// Answers once it is durable; false when somebody else owns the job by now.
  public Uni<Boolean> done(long id, UUID lease) {
    return gathering
        .ask(new Done(id, lease))
        .onFailure()
        .recoverWithItem(false)
        .chain(
            taken ->
                taken ? Uni.createFrom().item(true) : ledger.finish(id, lease, Final.DONE, null));
  }

  private Uni<List<Boolean>> done(List<Done> jobs) {
    Long[] ids = jobs.stream().map(Done::id).toArray(Long[]::new);
    UUID[] leases = jobs.stream().map(Done::lease).toArray(UUID[]::new);
    return pool.preparedQuery(DONE)
        .execute(Tuple.of(ids, leases))
        .map(
            rows -> {
              Set<UUID> taken = new HashSet<>();
              rows.forEach(row -> taken.add(row.getUUID(0)));
              return jobs.stream().map(job -> taken.contains(job.lease())).toList();
            });
  }
}
