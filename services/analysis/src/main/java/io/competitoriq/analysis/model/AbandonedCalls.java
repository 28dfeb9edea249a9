package io.competitoriq.analysis.model;

import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Settles calls whose process died before it saw their end: they count as the most they can have
/// cost, so that the ledger never says less than was spent.
@ApplicationScoped
class AbandonedCalls {

  private static final Logger LOG = Logger.getLogger(AbandonedCalls.class);

  /// Longer than any call, and what comes after it, can take.
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private final WorkspaceTransactions transactions;
  private final Inquiries inquiries;
  private final ModelConfig config;

  AbandonedCalls(WorkspaceTransactions transactions, Inquiries inquiries, ModelConfig config) {
    this.transactions = transactions;
    this.inquiries = inquiries;
    this.config = config;
  }

  @Scheduled(every = "60s", delayed = "45s", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    long quiet = config.timeout().plus(MARGIN).toSeconds();
    return transactions
        .global(
            tx ->
                SessionSql.of(tx)
                    .select(
                        "select workspace_id, reservation_id"
                            + " from abandoned_model_call(make_interval(secs => $1))",
                        (double) quiet))
        .onItem()
        .transformToMulti(rows -> Multi.createFrom().iterable(rows))
        .onItem()
        .transformToUniAndConcatenate(row -> settle((UUID) row[0], (UUID) row[1]))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> settle(UUID workspaceId, UUID reservation) {
    LOG.warnf("model call counted as charged workspace=%s id=%s", workspaceId, reservation);
    return inquiries.assumeCharged(workspaceId, reservation);
  }
}
