package io.competitoriq.process.fact;

import io.competitoriq.http.Cursor;
import io.competitoriq.http.Ids;
import io.competitoriq.http.Page;
import io.competitoriq.http.Problems;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.process.evidence.Version;
import io.competitoriq.process.fact.FactDiff.FactUpdate;
import io.competitoriq.process.fact.FactRepository.FactFilter;
import io.competitoriq.process.fact.Heirs.Heir;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// The facts of a workspace. The methods that take a session belong to the caller's transaction.
@ApplicationScoped
public class Facts {

  private static final int MOST_PRICES = 5000;
  private static final int MOST_POSTS = 200;
  private static final int MOST_VERSIONS = 200;

  private final FactRepository facts;
  private final Overrides overrides;
  private final WorkspaceTransactions transactions;

  Facts(FactRepository facts, Overrides overrides, WorkspaceTransactions transactions) {
    this.facts = facts;
    this.overrides = overrides;
    this.transactions = transactions;
  }

  /// The facts of a source that hold now, as our own readers read them.
  public Uni<List<KnownFact>> current(UUID sourceId) {
    return facts.current(sourceId).map(rows -> rows.stream().map(StoredFact::known).toList());
  }

  /// The facts of a source that hold now and were read by a model.
  public Uni<List<KnownFact>> currentRead(UUID sourceId) {
    return facts.currentRead(sourceId).map(rows -> rows.stream().map(StoredFact::known).toList());
  }

  /// What a model read was seen again.
  public Uni<Integer> refreshRead(UUID sourceId, Instant at) {
    return facts.refreshRead(sourceId, at);
  }

  /// What a model read holds no longer.
  public Uni<Integer> endRead(UUID sourceId, Instant at) {
    return facts.endRead(sourceId, at);
  }

  /// The competitor's latest posts, newest first.
  public Uni<List<KnownPost>> posts(UUID competitorId) {
    return facts
        .posts(competitorId, MOST_POSTS)
        .map(rows -> rows.stream().map(row -> new KnownPost(row.subject, row.observedAt)).toList());
  }

  /// Ends, refreshes and begins facts; what ends does so before its successor begins.
  public Uni<Void> apply(
      Mutiny.Session session,
      UUID workspaceId,
      ProcessSnapshot snapshot,
      Version now,
      FactUpdate update) {
    Instant at = now.fetchedAt();
    Map<String, KnownFact> before =
        update.heirs().stream()
            .collect(
                Collectors.toMap(heir -> heir.after().key(), Heir::before, (first, _) -> first));
    Object[] opened =
        update.opened().stream()
            .map(draft -> row(workspaceId, snapshot, now, draft, before.get(draft.key())))
            .toArray();
    return facts
        .refresh(update.seen(), at)
        .chain(() -> facts.miss(update.missing(), at))
        .chain(() -> facts.close(update.closed(), at))
        .chain(() -> supersede(snapshot.sourceId(), update.opened(), at))
        .chain(() -> overrides.follow(snapshot.sourceId(), update.heirs()))
        .chain(() -> session.persistAll(opened))
        .chain(session::flush);
  }

  /// Where our rules read offers, what a model read before gives way.
  private Uni<Integer> supersede(UUID sourceId, List<FactDraft> opened, Instant at) {
    boolean offers =
        opened.stream()
            .anyMatch(
                fact ->
                    fact.method() != Method.MODEL
                        && (fact.kind() == FactKind.PRICE || fact.kind() == FactKind.PLAN));
    return offers ? facts.endRead(sourceId, at) : Uni.createFrom().item(0);
  }

  private static StoredFact row(
      UUID workspaceId,
      ProcessSnapshot snapshot,
      Version now,
      FactDraft draft,
      @Nullable KnownFact before) {
    Grounding grounding = Grounding.of(draft, now);
    StoredFact row = new StoredFact();
    row.id = Ids.next();
    row.lineageId = before == null ? row.id : before.lineageId();
    row.workspaceId = workspaceId;
    row.competitorId = snapshot.competitorId();
    row.sourceId = snapshot.sourceId();
    row.documentId = now.documentId();
    row.kind = draft.kind();
    row.key = draft.key();
    row.subject = draft.subject();
    row.field = draft.field();
    row.valueText = draft.value().text();
    row.amountMinor = draft.value().amountMinor();
    row.currency = draft.value().currency();
    row.period = draft.value().period();
    row.link = draft.link();
    row.method = draft.method();
    row.status = grounding.verified() ? FactStatus.ACCEPTED : FactStatus.PROPOSED;
    row.confidence = draft.confidence();
    row.validFrom = validFrom(draft, before, now);
    row.observedAt = now.fetchedAt();
    row.lastSeen = now.fetchedAt();
    row.terms = draft.terms();
    row.evidence = new StoredFact.Grounds(grounding.evidence());
    row.details = new StoredFact.Told(grounding.details());
    return row;
  }

  /// Of a post it is the day it was published, whatever else the page tells of it later.
  private static Instant validFrom(FactDraft draft, @Nullable KnownFact before, Version now) {
    if (draft.validFrom() != null) {
      return draft.validFrom();
    }
    return before != null && draft.kind() == FactKind.POST ? before.validFrom() : now.fetchedAt();
  }

  /// Facts as readers see them, in any order, in the caller's transaction.
  public Uni<List<FactView>> views(List<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : facts
            .list("id in ?1", ids)
            .chain(rows -> overrides.views(rows, new FactTimes(false, null, null)));
  }

  /// All versions of a fact, whatever it was called, newest first, at most 200.
  Uni<List<FactView>> lineage(UUID workspaceId, UUID id) {
    FactTimes always = new FactTimes(false, null, null);
    return transactions.in(
        workspaceId,
        _ ->
            facts
                .findById(id)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("fact-not-found", "There is no fact " + id + "."))
                .chain(fact -> facts.lineage(fact.lineageId, MOST_VERSIONS))
                .chain(rows -> overrides.views(rows, always)));
  }

  /// Newest first.
  Uni<Page<FactView>> list(
      UUID workspaceId,
      @Nullable UUID competitorId,
      @Nullable FactKind kind,
      FactTimes times,
      Optional<Cursor> after,
      int limit) {
    FactFilter filter = new FactFilter(competitorId, kind, times, after);
    return transactions
        .in(
            workspaceId,
            _ -> facts.list(filter, limit + 1).chain(rows -> overrides.views(rows, times)))
        .map(views -> Page.of(views, limit, view -> Cursor.of(view.observedAt(), view.id())));
  }

  /// The newest of a competitor that hold now, kind by kind.
  ///
  /// @param most of each kind
  public Uni<List<FactView>> newest(
      UUID workspaceId, UUID competitorId, Map<FactKind, Integer> most) {
    return transactions.in(
        workspaceId,
        _ ->
            facts
                .newest(competitorId, most)
                .chain(rows -> overrides.views(rows, new FactTimes(true, null, null))));
  }

  Uni<List<PriceHistory>> prices(UUID workspaceId, @Nullable UUID competitorId) {
    return transactions
        .in(workspaceId, _ -> facts.prices(competitorId, MOST_PRICES))
        .map(PriceHistory::of);
  }

  /// Prices one by one, oldest first.
  Uni<Page<FactView>> priceRows(
      UUID workspaceId, @Nullable UUID competitorId, Optional<Cursor> after, int limit) {
    FactTimes always = new FactTimes(false, null, null);
    return transactions
        .in(
            workspaceId,
            _ ->
                facts
                    .prices(competitorId, after, limit + 1)
                    .chain(rows -> overrides.views(rows, always)))
        .map(found -> FactTable.pricePage(found, limit));
  }
}
