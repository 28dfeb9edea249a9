package io.competitoriq.crawl.visit;

import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/// Counts the last good visits of many sources at once, a few index entries each.
@ApplicationScoped
class GoodVisitTallies {

  /// Whether the last of 20 changed is told by the one before them.
  private static final String LAST =
      """
      select wanted.id, count(*), min(last.finished_at), max(last.finished_at)
        from unnest($1::uuid[]) as wanted (id)
       cross join lateral (
             select visit.finished_at from visit
              where visit.source_id = wanted.id and visit.outcome in ('STORED', 'UNCHANGED')
              order by visit.finished_at desc, visit.id desc limit 21) as last
       group by wanted.id""";

  private final WorkspaceTransactions transactions;

  GoodVisitTallies(WorkspaceTransactions transactions) {
    this.transactions = transactions;
  }

  /// In no particular order; a source without a good visit is not among them.
  Uni<List<GoodVisits>> of(UUID workspaceId, List<UUID> sourceIds) {
    UUID[] wanted = sourceIds.stream().distinct().toArray(UUID[]::new);
    return transactions
        .in(workspaceId, tx -> SessionSql.of(tx).select(LAST, (Object) wanted))
        .map(rows -> rows.stream().map(GoodVisitTallies::tally).toList());
  }

  private static GoodVisits tally(Object[] row) {
    return new GoodVisits(
        (UUID) row[0],
        ((Number) row[1]).intValue(),
        ((OffsetDateTime) row[2]).toInstant(),
        ((OffsetDateTime) row[3]).toInstant());
  }
}
