package io.competitoriq.crawl.retention;

import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Lets the bodies of one snapshot go: the record and the deletion are one transaction, so there is
/// never one without the other.
@ApplicationScoped
class Releases {
  private static final String DROP = "select drop_bodies($1, make_interval(secs => $2))";
  private static final String NOTE =
      "insert into release (snapshot_id, workspace_id, source_id, scope, keep_newest, keep_changed,"
          + " body_days, stored_bytes, released_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

  private final WorkspaceTransactions transactions;
  private final ReleaseLock lock;
  private final Rules rules;
  private final SpareSnapshots spare;
  private final Clock clock;

  Releases(
      WorkspaceTransactions transactions,
      ReleaseLock lock,
      Rules rules,
      SpareSnapshots spare,
      Clock clock) {
    this.transactions = transactions;
    this.lock = lock;
    this.rules = rules;
    this.spare = spare;
    this.clock = clock;
  }

  /// Looks again under the lock, for rule and holds may have changed since the look before.
  ///
  /// @return the stored bytes given back, 0 where another snapshot has the same bodies; empty when
  ///   the snapshot is kept after all
  Uni<OptionalLong> release(Place place, UUID snapshotId, Cited cited) {
    return transactions
        .in(
            place.workspaceId(),
            tx ->
                lock.take(tx)
                    .chain(() -> rules.of(place.sourceId()))
                    .chain(view -> release(tx, place, snapshotId, cited, view)))
        .onFailure(PutMeanwhile.class)
        .recoverWithItem(OptionalLong.empty());
  }

  private Uni<OptionalLong> release(
      Mutiny.Session tx, Place place, UUID snapshotId, Cited cited, RuleView view) {
    if (cited.spares(snapshotId, view.rule())) {
      return Uni.createFrom().item(OptionalLong.empty());
    }
    return spare
        .contains(tx, place.sourceId(), view.rule(), snapshotId)
        .chain(
            still ->
                still
                    ? drop(tx, snapshotId)
                        .call(bytes -> note(tx, place, snapshotId, view, bytes))
                        .map(OptionalLong::of)
                    : Uni.createFrom().item(OptionalLong.empty()));
  }

  private Uni<Long> drop(Mutiny.Session tx, UUID snapshotId) {
    return SessionSql.of(tx)
        .select(DROP, snapshotId, spare.grace())
        .map(rows -> ((Number) rows.getFirst()[0]).longValue())
        .invoke(
            bytes -> {
              if (bytes < 0) {
                throw new PutMeanwhile();
              }
            });
  }

  private Uni<Integer> note(
      Mutiny.Session tx, Place place, UUID snapshotId, RuleView view, long bytes) {
    return SessionSql.of(tx)
        .update(
            NOTE,
            snapshotId,
            place.workspaceId(),
            place.sourceId(),
            view.scope().name(),
            view.rule().keepNewest(),
            view.rule().keepChanged(),
            view.rule().bodyDays(),
            bytes,
            clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
  }

  /// A visit put one of the bodies in this very moment: the transaction must roll back.
  private static final class PutMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private PutMeanwhile() {
      super("put meanwhile", null, false, false);
    }
  }
}
