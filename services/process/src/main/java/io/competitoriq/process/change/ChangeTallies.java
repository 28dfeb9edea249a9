package io.competitoriq.process.change;

import io.competitoriq.process.change.WantedTallies.Since;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/// Counts the confirmed changes of many sources at once.
@ApplicationScoped
class ChangeTallies {

  private static final String CONFIRMED =
      """
      select wanted.id, count(distinct change.to_snapshot_id)
        from unnest($1::uuid[], $2::timestamptz[]) as wanted (id, since)
        join change on change.source_id = wanted.id
       where change.status = 'CONFIRMED' and change.occurred_at > wanted.since
       group by wanted.id""";

  private final WorkspaceTransactions transactions;

  ChangeTallies(WorkspaceTransactions transactions) {
    this.transactions = transactions;
  }

  /// In no particular order; a source without a confirmed change is not among them.
  Uni<List<ChangeTally>> of(UUID workspaceId, List<Since> sources) {
    UUID[] ids = sources.stream().map(Since::sourceId).toArray(UUID[]::new);
    OffsetDateTime[] since =
        sources.stream()
            .map(source -> source.since().atOffset(ZoneOffset.UTC))
            .toArray(OffsetDateTime[]::new);
    return transactions
        .in(workspaceId, tx -> SessionSql.of(tx).select(CONFIRMED, ids, since))
        .map(
            rows ->
                rows.stream()
                    .map(row -> new ChangeTally((UUID) row[0], ((Number) row[1]).intValue()))
                    .toList());
  }
}
