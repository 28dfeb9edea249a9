package io.competitoriq.analysis.battlecard;

import io.competitoriq.analysis.factbook.CurrentFact;
import io.competitoriq.http.Ids;
import io.competitoriq.http.Problems;
import io.competitoriq.jobs.live.LiveEvents;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Makes an approved draft what readers see, and an old version a draft again.
@ApplicationScoped
class Publications {

  private final CardRows rows;
  private final PinnedFacts facts;
  private final StalenessRows staleness;
  private final Acts acts;
  private final LiveEvents live;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Publications(
      CardRows rows,
      PinnedFacts facts,
      StalenessRows staleness,
      Acts acts,
      LiveEvents live,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.rows = rows;
    this.facts = facts;
    this.staleness = staleness;
    this.acts = acts;
    this.live = live;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Pins today's facts to it. A published card may be published again unchanged: somebody looked
  /// at it and it still holds.
  ///
  /// @throws io.competitoriq.http.ProblemException 409 unless it is approved; 422 for an empty
  ///   card; 503 when the facts cannot be looked up: a version without them could never go stale
  Uni<VersionHead> publish(
      UUID workspaceId, UUID memberId, UUID id, @Nullable String ifMatch, Publication wanted) {
    requireFuture(wanted.verifyBy());
    return transactions
        .in(workspaceId, tx -> rows.findAt(tx, id, ifMatch).invoke(Publications::requireReady))
        .chain(card -> facts.today(workspaceId, card.competitorId, card.draft))
        .chain(
            today ->
                transactions.in(
                    workspaceId,
                    tx ->
                        rows.findAt(tx, id, ifMatch)
                            .invoke(Publications::requireReady)
                            .chain(card -> publish(tx, card, memberId, wanted, today))));
  }

  private Uni<VersionHead> publish(
      Mutiny.Session tx,
      Battlecard card,
      UUID memberId,
      Publication wanted,
      List<CurrentFact> today) {
    int number = card.publishedNumber == null ? 1 : card.publishedNumber + 1;
    BattlecardVersion version = version(card, memberId, number, wanted, today);
    card.publishedNumber = number;
    card.verifyBy = wanted.verifyBy();
    card.state = CardState.PUBLISHED;
    card.touched(memberId, version.publishedAt);
    return tx.persist(version)
        .chain(
            () ->
                acts.note(
                    tx,
                    card,
                    Acts.Act.PUBLISHED,
                    memberId,
                    "Version " + number + ". " + wanted.note()))
        .chain(
            () -> staleness.keep(tx, card, new StalenessRows.Kept(number, 0, version.publishedAt)))
        .invoke(() -> live.publish(card.workspaceId, Battlecards.UPDATED, card.id))
        .replaceWith(() -> VersionHead.of(version));
  }

  private BattlecardVersion version(
      Battlecard card, UUID memberId, int number, Publication wanted, List<CurrentFact> today) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    BattlecardVersion version = new BattlecardVersion();
    version.id = Ids.next();
    version.workspaceId = card.workspaceId;
    version.battlecardId = card.id;
    version.number = number;
    version.name = card.name;
    version.audience = card.audience;
    version.content =
        new PublishedContent(
            card.draft.sections(),
            PinnedFacts.pinned(card.draft, today),
            card.draft.watchedKinds());
    version.note = wanted.note().strip();
    version.verifyBy = wanted.verifyBy();
    version.approvedBy = Objects.requireNonNull(card.approvedBy);
    version.publishedBy = memberId;
    version.publishedAt = now;
    return version;
  }

  /// Makes a version the draft; readers keep what they have until it is published.
  Uni<Void> restore(
      UUID workspaceId, UUID memberId, UUID id, @Nullable String ifMatch, int number) {
    return transactions.in(
        workspaceId,
        tx ->
            rows.findAt(tx, id, ifMatch)
                .chain(
                    card ->
                        rows.version(tx, id, number)
                            .invoke(version -> restore(card, version, memberId))
                            .replaceWith(card))
                .chain(
                    card ->
                        acts.note(tx, card, Acts.Act.RESTORED, memberId, "Version " + number + "."))
                .invoke(() -> live.publish(workspaceId, Battlecards.UPDATED, id)));
  }

  private void restore(Battlecard card, BattlecardVersion version, UUID memberId) {
    card.name = version.name;
    card.audience = version.audience;
    card.draft = version.content.content();
    card.edited(memberId, clock.instant());
  }

  private void requireFuture(@Nullable LocalDate verifyBy) {
    if (verifyBy != null
        && verifyBy.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
      throw Problems.badField(
          "verify-by-past", "verifyBy", "verifyBy must not be in the past (UTC).");
    }
  }

  private static void requireReady(Battlecard card) {
    if (card.state != CardState.APPROVED && card.state != CardState.PUBLISHED) {
      throw Problems.conflict(
          "battlecard-not-approved", "The draft must be approved before it is published.");
    }
    if (card.draft.blocks().findAny().isEmpty()) {
      throw Problems.unprocessable(
          "battlecard-empty", "The card has no block yet; readers would see nothing.");
    }
  }
}
