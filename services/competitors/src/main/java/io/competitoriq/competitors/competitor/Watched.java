package io.competitoriq.competitors.competitor;

import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Names and numbers of what the workspace watches, without the rows behind them.
@ApplicationScoped
public class Watched {

  private static final String NAMES = "select id, name from competitor where id = any($1)";

  private static final String SITES =
      """
      select c.id, c.domain, array_remove(array_agg(s.url), null)
        from competitor c
        left join source s on s.competitor_id = c.id and s.archived_at is null
       where c.archived_at is null
       group by c.id, c.domain
      """;

  private static final String TALLY =
      """
      select (select count(*) from competitor where archived_at is null),
        (select min(next_visit_at) from source where archived_at is null and not paused)
      """;

  private final WorkspaceTransactions transactions;

  Watched(WorkspaceTransactions transactions) {
    this.transactions = transactions;
  }

  /// What is watched: a competitor and the canonical addresses of its sources.
  public record Site(UUID competitorId, String domain, Set<String> addresses) {}

  /// All of the workspace.
  public Uni<List<Site>> sites(UUID workspaceId) {
    return transactions.in(
        workspaceId,
        tx ->
            SessionSql.of(tx)
                .select(SITES)
                .map(
                    rows ->
                        rows.stream()
                            .map(
                                row ->
                                    new Site(
                                        (UUID) row[0], (String) row[1], Set.of((String[]) row[2])))
                            .toList()));
  }

  Uni<List<CompetitorName>> names(UUID workspaceId, List<UUID> ids) {
    return transactions.in(
        workspaceId,
        tx ->
            SessionSql.of(tx)
                .select(NAMES, (Object) ids.toArray(UUID[]::new))
                .map(
                    rows ->
                        rows.stream()
                            .map(row -> new CompetitorName((UUID) row[0], (String) row[1]))
                            .toList()));
  }

  Uni<WatchTally> tally(UUID workspaceId) {
    return transactions.in(
        workspaceId, tx -> SessionSql.of(tx).select(TALLY).map(rows -> tallyOf(rows.getFirst())));
  }

  private static WatchTally tallyOf(Object[] row) {
    OffsetDateTime next = (OffsetDateTime) row[1];
    return new WatchTally((Long) row[0], next == null ? null : next.toInstant());
  }
}
