package io.competitoriq.analysis.battlecard;

import static java.util.Objects.requireNonNull;

import io.competitoriq.analysis.directory.CompetitorCards;
import io.competitoriq.http.Ids;
import io.competitoriq.jobs.live.LiveEvents;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// The cards of a workspace.
@ApplicationScoped
class Battlecards {

  static final String UPDATED = "battlecard.updated";

  private final CardRows rows;
  private final StalenessRows staleness;
  private final Acts acts;
  private final CompetitorCards names;
  private final LiveEvents live;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Battlecards(
      CardRows rows,
      StalenessRows staleness,
      Acts acts,
      CompetitorCards names,
      LiveEvents live,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.rows = rows;
    this.staleness = staleness;
    this.acts = acts;
    this.names = names;
    this.live = live;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Oldest first, with the staleness that was computed last.
  ///
  /// @param drafts whether cards nobody has published yet are wanted
  Uni<List<CardSummary>> list(UUID workspaceId, @Nullable UUID competitorId, boolean drafts) {
    return transactions.in(
        workspaceId,
        tx ->
            rows.list(tx, competitorId)
                .map(
                    found ->
                        found.stream()
                            .filter(card -> drafts || card.publishedNumber != null)
                            .toList())
                .chain(found -> summaries(tx, found)));
  }

  Uni<CardSummary> create(UUID workspaceId, UUID memberId, NewCard wanted) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Battlecard card = new Battlecard();
    card.id = Ids.next();
    card.workspaceId = workspaceId;
    card.competitorId = wanted.competitorId();
    card.name = wanted.name().strip();
    card.audience = wanted.audience() == null ? "" : wanted.audience().strip();
    card.ownerId = memberId;
    card.state = CardState.DRAFT;
    card.draft = wanted.template().content();
    card.createdBy = memberId;
    card.createdAt = now;
    card.touched(memberId, now);
    return names
        .refresh(workspaceId)
        .chain(
            () ->
                transactions.in(
                    workspaceId,
                    tx ->
                        tx.persist(card)
                            .chain(() -> acts.note(tx, card, Acts.Act.CREATED, memberId, card.name))
                            .chain(() -> summaries(tx, List.of(card)))
                            .map(List::getFirst)
                            .invoke(() -> live.publish(workspaceId, UPDATED, card.id))));
  }

  /// Puts it away; its versions stay.
  Uni<Void> archive(UUID workspaceId, UUID memberId, UUID id) {
    return transactions.in(
        workspaceId,
        tx ->
            rows.find(tx, id)
                .invoke(
                    card -> {
                      card.archivedAt = clock.instant();
                      card.touched(memberId, clock.instant());
                    })
                .chain(card -> acts.note(tx, card, Acts.Act.ARCHIVED, memberId, card.name))
                .invoke(() -> live.publish(workspaceId, UPDATED, id)));
  }

  Uni<List<Acts.View>> acts(UUID workspaceId, UUID id) {
    return transactions.in(
        workspaceId, tx -> rows.find(tx, id).chain(card -> acts.list(tx, card.id)));
  }

  private Uni<List<CardSummary>> summaries(Mutiny.Session tx, List<Battlecard> cards) {
    if (cards.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    List<UUID> ids = cards.stream().map(card -> card.id).toList();
    return rows.published(tx, cards)
        .chain(
            published ->
                staleness.beside(tx, ids).map(beside -> summaries(cards, published, beside)));
  }

  private List<CardSummary> summaries(
      List<Battlecard> cards,
      Map<UUID, BattlecardVersion> published,
      Map<UUID, StalenessRows.Beside> beside) {
    return cards.stream()
        .map(
            card -> {
              var known = requireNonNull(beside.get(card.id));
              var edition = edition(published.get(card.id), known.kept());
              return summary(card, known.competitor(), edition);
            })
        .toList();
  }

  private static CardSummary summary(
      Battlecard card, @Nullable String competitor, CardSummary.@Nullable Edition edition) {
    return new CardSummary(
        card.id,
        card.competitorId,
        competitor,
        card.name,
        card.audience,
        card.ownerId,
        card.state,
        edition,
        card.updatedAt,
        card.updatedBy,
        card.version);
  }

  private CardSummary.@Nullable Edition edition(
      @Nullable BattlecardVersion version, StalenessRows.@Nullable Kept kept) {
    return version == null ? null : Editions.of(version, Staleness.last(version, kept), clock);
  }
}
