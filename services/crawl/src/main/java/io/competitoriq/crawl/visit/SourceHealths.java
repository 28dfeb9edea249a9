package io.competitoriq.crawl.visit;

import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// How the sources have been doing, from their visits and from how often they change.
@ApplicationScoped
class SourceHealths {

  private final WorkspaceTransactions transactions;
  private final Clock clock;

  SourceHealths(WorkspaceTransactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Of each visited source.
  Uni<List<SourceHealth>> of(UUID workspaceId, VisitRecord.Whose whose) {
    return transactions
        .in(workspaceId, tx -> VisitRecord.of(tx, whose, clock.instant()))
        .map(tallies -> tallies.stream().map(VisitTally::health).toList());
  }
}
