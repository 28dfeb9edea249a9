package io.competitoriq.jobs;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/// Where work is handed over. Needs PostgreSQL only: with Redis down enqueueing works as always.
///
/// Must be called inside `WorkspaceTransactions.in` or `global`: the job commits or rolls back with
/// the caller's rows, and workers are woken right after the commit.
public interface JobQueue {

  /// One job, in the caller's transaction.
  Uni<Enqueued> enqueue(Mutiny.Session tx, NewJob job);

  /// Many jobs in one statement per 1000; answers in the order of `jobs`.
  Uni<List<Enqueued>> enqueueAll(Mutiny.Session tx, List<NewJob> jobs);
}
