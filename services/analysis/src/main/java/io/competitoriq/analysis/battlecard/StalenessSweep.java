package io.competitoriq.analysis.battlecard;

import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Looks at published cards again: within seconds after a signal of their competitor, and every ten
/// minutes for what is no signal. Several replicas that look at the same card write the same.
@ApplicationScoped
class StalenessSweep {

  private static final Logger LOG = Logger.getLogger(StalenessSweep.class);
  private static final String DUE =
      "select workspace_id, battlecard_id from battlecard_due(interval '10 minutes')";

  private final Reader reader;
  private final WorkspaceTransactions transactions;

  StalenessSweep(Reader reader, WorkspaceTransactions transactions) {
    this.reader = reader;
    this.transactions = transactions;
  }

  /// A card whose facts cannot be asked for keeps no other from being looked at; while process is
  /// away, its breaker makes them all fail at once.
  @Scheduled(every = "15s", delayed = "15s", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return transactions
        .global(tx -> SessionSql.of(tx).select(DUE))
        .onItem()
        .transformToMulti(rows -> Multi.createFrom().iterable(rows))
        .onItem()
        .transformToUniAndConcatenate(row -> isLookedAt((UUID) row[0], (UUID) row[1]))
        .filter(done -> !done)
        .collect()
        .with(Collectors.counting())
        .invoke(
            failed -> {
              if (failed > 0) {
                LOG.warnf("staleness not computed cards=%d", failed);
              }
            })
        .replaceWithVoid();
  }

  private Uni<Boolean> isLookedAt(UUID workspaceId, UUID cardId) {
    return reader
        .refresh(workspaceId, cardId)
        .replaceWith(true)
        .onFailure()
        .recoverWithItem(
            failure -> {
              LOG.debugf("staleness not computed card=%s error=%s", cardId, failure);
              return false;
            });
  }
}
