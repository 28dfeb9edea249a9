package io.competitoriq.analysis.alert;

import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/// What a rule has spoken about.
@ApplicationScoped
class Firings {

  private static final String NEWEST =
      """
      select f.id, f.signal_id, s.story_id, f.competitor_id, s.headline, s.severity, f.state,
             f.fired_at, f.due_at
      from alert_firing f join signal s on s.id = f.signal_id
      where f.rule_id = $1 and ($2::timestamptz is null or (f.fired_at, f.id) < ($2, $3))
      order by f.fired_at desc, f.id desc limit $4
      """;

  private final WorkspaceTransactions transactions;

  Firings(WorkspaceTransactions transactions) {
    this.transactions = transactions;
  }

  /// Newest first.
  Uni<Page<FiringView>> list(UUID workspaceId, UUID ruleId, Optional<Cursor> cursor, int limit) {
    OffsetDateTime at = cursor.map(it -> it.at().atOffset(ZoneOffset.UTC)).orElse(null);
    UUID id = cursor.map(Cursor::id).orElse(null);
    return transactions
        .in(workspaceId, tx -> SessionSql.of(tx).select(NEWEST, ruleId, at, id, limit + 1))
        .map(rows -> rows.stream().map(Firings::view).toList())
        .map(found -> Page.of(found, limit, view -> Cursor.of(view.firedAt(), view.id())));
  }

  private static FiringView view(Object[] row) {
    return new FiringView(
        (UUID) row[0],
        (UUID) row[1],
        (UUID) row[2],
        (UUID) row[3],
        (String) row[4],
        (String) row[5],
        (String) row[6],
        ((OffsetDateTime) row[7]).toInstant(),
        ((OffsetDateTime) row[8]).toInstant());
  }
}
