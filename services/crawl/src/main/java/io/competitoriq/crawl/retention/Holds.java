package io.competitoriq.crawl.retention;

import io.competitoriq.crawl.snapshot.Bodies;
import io.competitoriq.crawl.snapshot.ReleaseView;
import io.competitoriq.crawl.snapshot.SnapshotView;
import io.competitoriq.crawl.snapshot.Snapshots;
import io.competitoriq.http.Cursor;
import io.competitoriq.http.Ids;
import io.competitoriq.http.Page;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// What is on hold, and what was: a hold that is lifted stays in the record.
@ApplicationScoped
class Holds {
  private final HoldRepository holds;
  private final Snapshots snapshots;
  private final ReleaseLock lock;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Holds(
      HoldRepository holds,
      Snapshots snapshots,
      ReleaseLock lock,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.holds = holds;
    this.snapshots = snapshots;
    this.lock = lock;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Who holds what, and why.
  record Wish(UUID workspaceId, UUID memberId, String reason) {}

  /// Fails with problem `evidence-released` when it comes too late.
  Uni<HoldView> placeOnSnapshot(Wish wish, UUID snapshotId) {
    return transactions.in(
        wish.workspaceId(),
        tx ->
            lock.take(tx)
                .chain(() -> snapshots.view(wish.workspaceId(), snapshotId))
                .invoke(Holds::requireKept)
                .chain(known -> place(tx, wish, known.sourceId(), snapshotId)));
  }

  Uni<HoldView> placeOnSource(Wish wish, UUID sourceId) {
    return transactions.in(
        wish.workspaceId(), tx -> lock.take(tx).chain(() -> place(tx, wish, sourceId, null)));
  }

  private static void requireKept(SnapshotView snapshot) {
    ReleaseView release = snapshot.release();
    if (release != null) {
      throw Bodies.released(snapshot.id(), release);
    }
  }

  /// Another reason is another hold; the same one changes nothing.
  private Uni<HoldView> place(
      Mutiny.Session tx, Wish wish, UUID sourceId, @Nullable UUID snapshotId) {
    return holds
        .inForce(sourceId, snapshotId)
        .chain(
            known ->
                known.filter(row -> row.reason.equals(wish.reason())).isPresent()
                    ? Uni.createFrom().item(known.get())
                    : replace(tx, known, row(wish, sourceId, snapshotId)))
        .map(HoldView::of);
  }

  private Uni<StoredHold> replace(Mutiny.Session tx, Optional<StoredHold> known, StoredHold next) {
    Uni<?> lifted =
        known.isPresent()
            ? holds.lift(known.get().id, next.placedBy, next.placedAt)
            : Uni.createFrom().voidItem();
    return lifted.chain(() -> tx.persist(next)).call(tx::flush).replaceWith(next);
  }

  private StoredHold row(Wish wish, UUID sourceId, @Nullable UUID snapshotId) {
    StoredHold row = new StoredHold();
    row.id = Ids.next();
    row.workspaceId = wish.workspaceId();
    row.sourceId = sourceId;
    row.snapshotId = snapshotId;
    row.reason = wish.reason();
    row.placedBy = wish.memberId();
    row.placedAt = now();
    return row;
  }

  /// Lifting what is not on hold changes nothing.
  Uni<Void> liftFromSnapshot(UUID workspaceId, UUID memberId, UUID snapshotId) {
    return transactions.in(
        workspaceId,
        _ ->
            snapshots
                .view(workspaceId, snapshotId)
                .chain(known -> lift(known.sourceId(), snapshotId, memberId)));
  }

  Uni<Void> liftFromSource(UUID workspaceId, UUID memberId, UUID sourceId) {
    return transactions.in(workspaceId, _ -> lift(sourceId, null, memberId));
  }

  private Uni<Void> lift(UUID sourceId, @Nullable UUID snapshotId, UUID memberId) {
    return holds
        .inForce(sourceId, snapshotId)
        .chain(
            known ->
                known.isPresent()
                    ? holds.lift(known.get().id, memberId, now())
                    : Uni.createFrom().item(0))
        .replaceWithVoid();
  }

  /// In the caller's transaction.
  Uni<Optional<HoldView>> ofSource(UUID sourceId) {
    return holds.inForce(sourceId, null).map(known -> known.map(HoldView::of));
  }

  /// The newest first.
  ///
  /// @param lifted whether those that were lifted are listed too
  Uni<Page<HoldView>> list(UUID workspaceId, boolean lifted, Optional<Cursor> after, int limit) {
    return transactions
        .in(workspaceId, _ -> holds.list(lifted, after, limit))
        .map(rows -> rows.stream().map(HoldView::of).toList())
        .map(views -> Page.of(views, limit, last -> Cursor.of(last.placedAt(), last.id())));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
