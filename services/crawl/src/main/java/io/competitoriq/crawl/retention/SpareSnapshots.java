package io.competitoriq.crawl.retention;

import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// What crawl itself knows of a rule: number, age, holds. All calls belong to the caller's
/// transaction.
@ApplicationScoped
class SpareSnapshots {
  private static final String SPARE =
      "select snapshot_id, fetched_at from spare_snapshot($1, $2, $3, make_interval(secs => $4))";
  private static final String PAGE =
      SPARE
          + " where (fetched_at, snapshot_id) > ($5, $6) order by fetched_at, snapshot_id limit $7";
  private static final String ONE = SPARE + " where snapshot_id = $5";

  private final RetentionConfig config;

  SpareSnapshots(RetentionConfig config) {
    this.config = config;
  }

  /// A snapshot nothing in crawl keeps.
  record Spare(UUID snapshotId, OffsetDateTime fetchedAt) {
    /// Before all others.
    static final Spare BEGINNING =
        new Spare(new UUID(0, 0), OffsetDateTime.parse("0001-01-01T00:00:00Z"));
  }

  /// The oldest first.
  Uni<List<Spare>> page(Mutiny.Session tx, UUID sourceId, Rule rule, Spare after, int most) {
    return SessionSql.of(tx)
        .select(
            PAGE,
            sourceId,
            rule.keepNewest(),
            rule.bodyDays(),
            grace(),
            after.fetchedAt(),
            after.snapshotId(),
            most)
        .map(
            rows ->
                rows.stream()
                    .map(row -> new Spare((UUID) row[0], (OffsetDateTime) row[1]))
                    .toList());
  }

  Uni<Boolean> contains(Mutiny.Session tx, UUID sourceId, Rule rule, UUID snapshotId) {
    return SessionSql.of(tx)
        .select(ONE, sourceId, rule.keepNewest(), rule.bodyDays(), grace(), snapshotId)
        .map(rows -> !rows.isEmpty());
  }

  double grace() {
    return config.grace().toMillis() / 1000.0;
  }
}
