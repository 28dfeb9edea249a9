package io.competitoriq.analysis.batch;

import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Ends batches nobody looks after any more (their job is a dead letter), so that none shows itself
/// under way for ever; an operator has until then to redrive the job.
@ApplicationScoped
class AbandonedBatches {

  private static final Logger LOG = Logger.getLogger(AbandonedBatches.class);

  private final WorkspaceTransactions transactions;
  private final BatchRun run;

  AbandonedBatches(WorkspaceTransactions transactions, BatchRun run) {
    this.transactions = transactions;
    this.run = run;
  }

  @Scheduled(every = "10m", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return transactions
        .global(
            tx ->
                SessionSql.of(tx)
                    .select(
                        "select workspace_id, batch_id"
                            + " from abandoned_assessment_batch(make_interval(secs => $1))",
                        (double) Batches.LONGEST.plusHours(1).toSeconds()))
        .onItem()
        .transformToMulti(rows -> Multi.createFrom().iterable(rows))
        .onItem()
        .transformToUniAndConcatenate(row -> end((UUID) row[0], (UUID) row[1]))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> end(UUID workspaceId, UUID batchId) {
    LOG.warnf("batch abandoned workspace=%s batch=%s", workspaceId, batchId);
    return run.giveUp(
        workspaceId, batchId, "The job for it ended without a result; see the dead letters.");
  }
}
