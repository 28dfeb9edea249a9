package io.competitoriq.analysis.ask;

import io.competitoriq.analysis.directory.CompetitorCards;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// The competitors a question can name, at most a minute old unless their service is away.
@ApplicationScoped
class Directory {

  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final int MOST = 5000;

  private static final String ALL =
      "select competitor_id, name, domain, tags, as_of from competitor_card order by name limit "
          + MOST;

  private final CompetitorCards cards;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Directory(CompetitorCards cards, WorkspaceTransactions transactions, Clock clock) {
    this.cards = cards;
    this.transactions = transactions;
    this.clock = clock;
  }

  Uni<List<Known>> known(UUID workspaceId) {
    return rows(workspaceId)
        .chain(
            rows ->
                isFresh(rows)
                    ? Uni.createFrom().item(rows)
                    : cards.refresh(workspaceId).chain(() -> rows(workspaceId)))
        .map(rows -> rows.stream().map(Directory::known).toList());
  }

  private Uni<List<Object[]>> rows(UUID workspaceId) {
    return transactions.in(workspaceId, tx -> SessionSql.of(tx).select(ALL));
  }

  private boolean isFresh(List<Object[]> rows) {
    Instant oldest = clock.instant().minus(FRESH);
    return rows.stream().anyMatch(row -> ((OffsetDateTime) row[4]).toInstant().isAfter(oldest));
  }

  private static Known known(Object[] row) {
    return new Known(
        (UUID) row[0], (String) row[1], (String) row[2], Arrays.asList((String[]) row[3]));
  }
}
