package io.competitoriq.analysis.assessment;

import io.competitoriq.tenancy.WorkspaceTransactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Ends assessments nobody works on any more, so that no signal says for ever that a model is
/// reading it: the job is a dead letter (its worker died in the last attempt) or was cancelled.
@ApplicationScoped
class AbandonedAssessments {

  private static final Logger LOG = Logger.getLogger(AbandonedAssessments.class);

  private final Assessments assessments;
  private final WorkspaceTransactions transactions;

  AbandonedAssessments(Assessments assessments, WorkspaceTransactions transactions) {
    this.assessments = assessments;
    this.transactions = transactions;
  }

  @Scheduled(every = "60s", delayed = "60s", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return transactions
        .global(
            session ->
                session
                    .createNativeQuery(
                        "select workspace_id, signal_id"
                            + " from abandoned_assessment(interval '2 minutes')",
                        Object[].class)
                    .getResultList())
        .onItem()
        .transformToMulti(rows -> Multi.createFrom().iterable(rows))
        .onItem()
        .transformToUniAndConcatenate(row -> end((UUID) row[0], (UUID) row[1]))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> end(UUID workspaceId, UUID signalId) {
    LOG.warnf("assessment abandoned workspace=%s signal=%s", workspaceId, signalId);
    return assessments.abandon(workspaceId, signalId);
  }
}
