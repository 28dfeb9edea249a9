package io.competitoriq.jobs.enqueue;

import io.competitoriq.jobs.NewJob;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/// The counter that a batch's jobs count down. Counting is done by the trigger `job_leaves_batch`,
/// so that no way of ending a job can forget it.
@ApplicationScoped
class Batches {

  private static final String OPEN =
      "insert into jobs.job_batch (remaining, then_job) values (0, cast(cast(:then as text) as jsonb)) returning id";
  private static final String EXPECT =
      "update jobs.job_batch set remaining = :jobs where id = :batch";
  private static final String DISCARD = "delete from jobs.job_batch where id = :batch";

  private final EnqueueStatement statement;

  Batches(EnqueueStatement statement) {
    this.statement = statement;
  }

  Uni<Long> open(Mutiny.Session tx, NewJob then) {
    return tx.createNativeQuery(OPEN, Long.class)
        .setParameter("then", statement.json(then))
        .getSingleResult();
  }

  /// In the transaction that opened the batch: none of its jobs can have ended yet.
  Uni<Integer> expect(Mutiny.Session tx, long batch, int jobs) {
    return tx.createNativeQuery(EXPECT)
        .setParameter("jobs", jobs)
        .setParameter("batch", batch)
        .executeUpdate();
  }

  Uni<Integer> discard(Mutiny.Session tx, long batch) {
    return tx.createNativeQuery(DISCARD).setParameter("batch", batch).executeUpdate();
  }
}
