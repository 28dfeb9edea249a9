package io.competitoriq.jobs.ledger;

import io.competitoriq.jobs.LeaseLost;
import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/// Completes a job inside the transaction of its effects, so that both are kept or neither.
@ApplicationScoped
public class Fence {

  private static final String COMPLETE =
      """
      update jobs.job set state = 2, finished_at = now(), lease_until = null
       where id = $1 and lease = $2 and state in (0, 1)
      """;

  /// The session's changes must be flushed: this is to be the last statement of the transaction.
  ///
  /// Fails with [LeaseLost] when another worker was given the job; a lease that ran out unnoticed
  /// still counts.
  public Uni<Void> complete(Mutiny.Session tx, Claimed job) {
    return SessionSql.of(tx)
        .update(COMPLETE, job.id(), job.lease())
        .invoke(
            changed -> {
              if (changed != 1) {
                throw new LeaseLost(job.id());
              }
            })
        .replaceWithVoid();
  }
}
