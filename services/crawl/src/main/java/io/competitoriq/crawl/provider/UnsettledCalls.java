package io.competitoriq.crawl.provider;

import io.competitoriq.tenancy.WorkspaceTransactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Settles calls whose job ended without seeing how they ended: they count as charged, so that the
/// ledger never says less than was spent.
@ApplicationScoped
class UnsettledCalls {
  private static final Logger LOG = Logger.getLogger(UnsettledCalls.class);

  private final WorkspaceTransactions transactions;
  private final Spending spending;
  private final ProviderConfig config;

  UnsettledCalls(WorkspaceTransactions transactions, Spending spending, ProviderConfig config) {
    this.transactions = transactions;
    this.spending = spending;
    this.config = config;
  }

  @Scheduled(every = "60s", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return transactions
        .global(
            tx ->
                tx.createNativeQuery(
                        "select workspace_id, usage_id from"
                            + " abandoned_call(make_interval(secs => cast(:quiet as double precision)))",
                        Object[].class)
                    .setParameter("quiet", (double) config.unsettledAfter().toSeconds())
                    .getResultList())
        .onItem()
        .transformToMulti(rows -> Multi.createFrom().iterable(rows))
        .onItem()
        .transformToUniAndConcatenate(row -> settle((UUID) row[0], (UUID) row[1]))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> settle(UUID workspaceId, UUID usageId) {
    LOG.warnf("call counted as charged workspace=%s usage=%s", workspaceId, usageId);
    return spending.assumeCharged(workspaceId, usageId);
  }
}
