package io.competitoriq.analysis.battlecard;

import io.competitoriq.analysis.directory.CompetitorCards;
import io.competitoriq.analysis.factbook.CurrentFact;
import io.competitoriq.jobs.live.LiveEvents;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What readers see: the published version, today's facts beside it, and how far the two have come
/// apart. What is computed is kept, so that lists know it without asking.
@ApplicationScoped
class Reader {

  static final String STALE = "battlecard.stale";

  private final CardRows rows;
  private final PinnedFacts facts;
  private final StalenessRows staleness;
  private final CompetitorCards names;
  private final LiveEvents live;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Reader(
      CardRows rows,
      PinnedFacts facts,
      StalenessRows staleness,
      CompetitorCards names,
      LiveEvents live,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.rows = rows;
    this.facts = facts;
    this.staleness = staleness;
    this.names = names;
    this.live = live;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// @throws io.competitoriq.http.ProblemException 404 when there is no such card, or nothing of it
  ///   was published
  Uni<CardView> read(UUID workspaceId, UUID id) {
    return find(workspaceId, id)
        .chain(
            shown ->
                today(workspaceId, shown)
                    .map(Optional::of)
                    .onFailure()
                    .recoverWithItem(Optional.empty())
                    .chain(
                        today ->
                            today
                                .map(facts -> aged(workspaceId, shown, facts))
                                .orElseGet(() -> unknown(workspaceId, shown))));
  }

  /// Computes anew how stale the card is; fails when the facts cannot be asked for.
  Uni<Void> refresh(UUID workspaceId, UUID id) {
    return find(workspaceId, id)
        .chain(
            shown ->
                today(workspaceId, shown)
                    .chain(today -> keep(workspaceId, shown, moves(shown, today).size())))
        .replaceWithVoid();
  }

  private Uni<Shown> find(UUID workspaceId, UUID id) {
    return transactions.in(
        workspaceId,
        tx ->
            rows.find(tx, id)
                .chain(
                    card -> {
                      if (card.publishedNumber == null) {
                        throw CardRows.missing(id);
                      }
                      return rows.version(tx, id, card.publishedNumber)
                          .chain(
                              version ->
                                  names
                                      .names(tx, List.of(card.competitorId))
                                      .map(
                                          named ->
                                              new Shown(
                                                  card, version, named.get(card.competitorId))));
                    }));
  }

  private Uni<List<CurrentFact>> today(UUID workspaceId, Shown shown) {
    return facts.today(workspaceId, shown.card().competitorId, shown.version().content.content());
  }

  private static List<FactMove> moves(Shown shown, List<CurrentFact> today) {
    PublishedContent content = shown.version().content;
    return Ageing.moves(
        content.facts(), today, content.watched(), content.content().citedLineages());
  }

  private Uni<CardView> aged(UUID workspaceId, Shown shown, List<CurrentFact> today) {
    List<FactMove> moves = moves(shown, today);
    Instant now = clock.instant();
    return keep(workspaceId, shown, moves.size())
        .chain(
            () ->
                transactions.in(
                    workspaceId,
                    tx ->
                        staleness.withSignals(
                            tx, shown.card().competitorId, shown.version().publishedAt, moves)))
        .map(
            told ->
                view(
                    shown,
                    new Staleness(told.size(), shown.version().publishedAt, told, now),
                    new SectionViews(
                        today,
                        shown.version().content.facts(),
                        lineages(told),
                        new LiveFacts.Known(now, true))));
  }

  /// The facts cannot be looked up: what was pinned is shown, and the staleness that is known.
  private Uni<CardView> unknown(UUID workspaceId, Shown shown) {
    BattlecardVersion version = shown.version();
    return transactions
        .in(workspaceId, tx -> staleness.of(tx, List.of(shown.card().id)))
        .map(
            known ->
                view(
                    shown,
                    Staleness.last(version, known.get(shown.card().id)),
                    new SectionViews(
                        version.content.facts(),
                        List.of(),
                        Set.of(),
                        new LiveFacts.Known(version.publishedAt, false))));
  }

  private Uni<Void> keep(UUID workspaceId, Shown shown, int changed) {
    UUID id = shown.card().id;
    var kept =
        new StalenessRows.Kept(
            shown.version().number, changed, clock.instant().truncatedTo(ChronoUnit.MICROS));
    return transactions.in(
        workspaceId,
        tx ->
            staleness
                .of(tx, List.of(id))
                .call(() -> staleness.keep(tx, shown.card(), kept))
                .invoke(
                    before -> {
                      StalenessRows.Kept was = before.get(id);
                      if (was == null || was.changedFacts() != changed) {
                        live.publish(workspaceId, STALE, id);
                      }
                    })
                .replaceWithVoid());
  }

  private CardView view(Shown shown, Staleness aged, SectionViews sections) {
    Battlecard card = shown.card();
    BattlecardVersion version = shown.version();
    return new CardView(
        card.id,
        card.competitorId,
        shown.competitorName(),
        version.name,
        version.audience,
        card.ownerId,
        card.state,
        Editions.of(version, aged, clock),
        version.note,
        version.approvedBy,
        sections.of(version.content.content()));
  }

  private static Set<UUID> lineages(List<FactMove> moves) {
    return moves.stream().map(FactMove::lineageId).collect(Collectors.toUnmodifiableSet());
  }

  private record Shown(
      Battlecard card, BattlecardVersion version, @Nullable String competitorName) {}
}
