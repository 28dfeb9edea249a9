package io.competitoriq.analysis.battlecard;

import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
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

  /// Ends at the first card whose facts cannot be asked for: the next ones could not be either.
  @Scheduled(every = "15s", delayed = "15s", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return transactions
        .global(tx -> SessionSql.of(tx).select(DUE))
        .onItem()
        .transformToMulti(rows -> Multi.createFrom().iterable(rows))
        .onItem()
        .transformToUniAndConcatenate(row -> reader.refresh((UUID) row[0], (UUID) row[1]))
        .collect()
        .last()
        .onFailure()
        .invoke(failure -> LOG.warnf("staleness not computed error=%s", failure.toString()))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }
}
