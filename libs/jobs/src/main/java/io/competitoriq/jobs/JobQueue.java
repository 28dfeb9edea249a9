package io.competitoriq.jobs;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/// Where work is handed over. Needs PostgreSQL only: with Redis down enqueueing works as always.
///
/// With a session it must be called inside `WorkspaceTransactions.in` or `global`: the job commits
/// or rolls back with the caller's rows, and workers are woken right after the commit.
public interface JobQueue {

  /// One job that belongs to no other row: a transaction of its own, in one round trip, shared with
  /// the jobs of other callers that come while it is on its way. Each caller gets its own job's
  /// answer, on its own context, once it is durable; workers are woken right before.
  ///
  /// A failure means that nobody knows whether the job was added, as when a connection is lost
  /// during a commit; a job with a dedup key can be added again safely. It is added whatever
  /// transaction is open around the call, and stays when that rolls back.
  Uni<Enqueued> add(NewJob job);

  /// One job, in the caller's transaction.
  Uni<Enqueued> enqueue(Mutiny.Session tx, NewJob job);

  /// Many jobs in one statement per 1000; answers in the order of `jobs`.
  Uni<List<Enqueued>> enqueueAll(Mutiny.Session tx, List<NewJob> jobs);

  /// Fan-in: when the last of `jobs` has ended, done, dead or cancelled, `then` is enqueued in the
  /// same transaction. Jobs that were not `Added` do not belong to the batch and are not waited
  /// for; with none added `then` is enqueued at once.
  ///
  /// Completions of one batch take turns at its counter: meant for hundreds of jobs, not millions.
  Uni<List<Enqueued>> enqueueBatch(Mutiny.Session tx, List<NewJob> jobs, NewJob then);

  /// Lets the jobs run now that were snoozed for exactly this reason, in a statement of its own.
  /// For what they wait for ends at a time nobody knew; workers see them within a second.
  ///
  /// @return how many
  Uni<Integer> wake(String reason);
}
