package io.competitoriq.process.change;

import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.http.Problems;
import io.competitoriq.jobs.live.LiveEvents;
import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.messages.TextChange;
import io.competitoriq.process.change.Findings.Found;
import io.competitoriq.process.change.Findings.Settled;
import io.competitoriq.process.evidence.Version;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// The changes of a workspace. The methods that take a session belong to the caller's transaction.
@Startup
@ApplicationScoped
public class Changes {

  /// How long the pages of a site take to say the same.
  private static final Duration ONCE = Duration.ofDays(7);

  private final ChangeRepository changes;
  private final ChangeSignals signals;
  private final LiveEvents live;
  private final WorkspaceTransactions transactions;
  private final MeterRegistry meters;
  private final Clock clock;

  Changes(
      ChangeRepository changes,
      ChangeSignals signals,
      LiveEvents live,
      WorkspaceTransactions transactions,
      MeterRegistry meters,
      Clock clock) {
    this.changes = changes;
    this.signals = signals;
    this.live = live;
    this.transactions = transactions;
    this.meters = meters;
    this.clock = clock;
    for (Basis basis : Basis.values()) {
      for (ChangeStatus status : ChangeStatus.values()) {
        found(basis, status);
      }
    }
  }

  /// Text changes of a source that wait for their confirmation.
  public Uni<List<Candidate>> candidates(UUID sourceId) {
    return changes
        .candidates(sourceId)
        .map(
            rows ->
                rows.stream()
                    .map(row -> new Candidate(row.id, row.toDocumentId, row.content.hunks()))
                    .toList());
  }

  /// Text changes that other sources of the competitor told in the days before a snapshot.
  public Uni<List<KnownText>> toldElsewhere(ProcessSnapshot snapshot) {
    return changes
        .toldElsewhere(
            snapshot.competitorId(), snapshot.sourceId(), snapshot.fetchedAt().minus(ONCE))
        .map(
            rows ->
                rows.stream()
                    .flatMap(
                        row ->
                            row.content.texts().stream().map(text -> new KnownText(text, row.url)))
                    .toList());
  }

  /// Stores what was found and settled; every confirmed change becomes a signal.
  public Uni<Void> apply(
      Mutiny.Session session,
      UUID workspaceId,
      ProcessSnapshot snapshot,
      String pageTitle,
      Version then,
      Version now,
      Findings findings) {
    Instant at = clock.instant();
    List<StoredChange> found = new ArrayList<>();
    for (Found each : findings.found()) {
      found.add(row(workspaceId, snapshot, pageTitle, then, now, each, at));
    }
    List<UUID> settled = findings.settled().stream().map(Settled::changeId).toList();
    return changes
        .byIds(settled)
        .invoke(rows -> settle(rows, findings.settled(), at))
        .invoke(found::addAll)
        .chain(
            rows -> session.persistAll(found.stream().filter(row -> !rows.contains(row)).toArray()))
        .chain(session::flush)
        .chain(() -> announce(session, workspaceId, found));
  }

  /// The same, unless the visit itself told changes of facts already: a version tells them once.
  public Uni<Void> applyOnce(
      Mutiny.Session session,
      UUID workspaceId,
      ProcessSnapshot snapshot,
      String pageTitle,
      Version then,
      Version now,
      Findings findings) {
    return changes
        .toldFacts(snapshot.sourceId(), now.snapshotId())
        .chain(
            told ->
                told
                    ? Uni.createFrom().voidItem()
                    : apply(session, workspaceId, snapshot, pageTitle, then, now, findings));
  }

  private Uni<Void> announce(Mutiny.Session session, UUID workspaceId, List<StoredChange> rows) {
    List<StoredChange> confirmed =
        rows.stream().filter(row -> row.status == ChangeStatus.CONFIRMED).toList();
    rows.forEach(row -> found(row.basis, row.status).increment());
    confirmed.forEach(row -> live.publish(workspaceId, "change.confirmed", row.id));
    return signals.raise(session, workspaceId, confirmed);
  }

  /// What became of differences: how much is shown as a change, waits for its confirmation, or was
  /// noise.
  private Counter found(Basis basis, ChangeStatus status) {
    return meters.counter("ciq.changes", "basis", basis.name(), "status", status.name());
  }

  private static void settle(List<StoredChange> rows, List<Settled> settled, Instant at) {
    Map<UUID, Settled> byId =
        settled.stream().collect(Collectors.toMap(Settled::changeId, Function.identity()));
    for (StoredChange row : rows) {
      Settled outcome = byId.get(row.id);
      if (outcome != null) {
        row.status = outcome.status();
        row.reason = outcome.reason();
        row.confirmedAt = outcome.status() == ChangeStatus.CONFIRMED ? at : null;
        List<Hunk> held = outcome.hunks().isEmpty() ? row.content.hunks() : outcome.hunks();
        List<TextChange> texts = held.stream().map(Hunk::text).toList();
        row.content = new StoredChange.Matter(row.content.facts(), texts, List.of());
      }
    }
  }

  private static StoredChange row(
      UUID workspaceId,
      ProcessSnapshot snapshot,
      String pageTitle,
      Version then,
      Version now,
      Found found,
      Instant at) {
    StoredChange row = new StoredChange();
    row.id = found.id();
    row.workspaceId = workspaceId;
    row.competitorId = snapshot.competitorId();
    row.sourceId = snapshot.sourceId();
    row.url = snapshot.url().toString();
    row.sourceKind = snapshot.kind();
    row.pageTitle = pageTitle;
    row.basis = found.basis();
    row.status = found.status();
    row.reason = found.reason();
    row.fromDocumentId = then.documentId();
    row.fromSnapshotId = then.snapshotId();
    row.toDocumentId = now.documentId();
    row.toSnapshotId = now.snapshotId();
    row.occurredAt = now.fetchedAt();
    row.detectedAt = at;
    row.confirmedAt = found.status() == ChangeStatus.CONFIRMED ? at : null;
    row.content = new StoredChange.Matter(found.facts(), found.texts(), found.hunks());
    return row;
  }

  /// Newest first.
  Uni<Page<ChangeView>> list(
      UUID workspaceId,
      @Nullable UUID competitorId,
      @Nullable UUID sourceId,
      Optional<Cursor> after,
      int limit) {
    return transactions
        .in(workspaceId, _ -> changes.list(competitorId, sourceId, after, limit + 1))
        .map(rows -> rows.stream().map(ChangeView::of).toList())
        .map(views -> Page.of(views, limit, view -> Cursor.of(view.detectedAt(), view.id())));
  }

  /// The latest of a source whatever became of them, newest first; in the caller's transaction.
  public Uni<List<ChangeView>> latest(UUID sourceId, int most) {
    return changes
        .list(null, sourceId, Optional.empty(), most)
        .map(rows -> rows.stream().map(ChangeView::of).toList());
  }

  /// What a version raised; in the caller's transaction.
  public Uni<List<ChangeView>> raisedBy(UUID sourceId, UUID documentId) {
    return changes
        .raisedBy(sourceId, documentId)
        .map(rows -> rows.stream().map(ChangeView::of).toList());
  }

  Uni<ChangeView> get(UUID workspaceId, UUID id) {
    return transactions.in(workspaceId, _ -> find(id));
  }

  /// In the caller's transaction.
  Uni<ChangeView> find(UUID id) {
    return changes
        .findById(id)
        .onItem()
        .ifNull()
        .failWith(() -> Problems.notFound("change-not-found", "There is no change " + id + "."))
        .map(ChangeView::of);
  }
}
