package io.competitoriq.analysis.battlecard;

import io.competitoriq.analysis.factbook.CurrentFact;
import io.competitoriq.analysis.factbook.FactBook;
import io.competitoriq.http.EntityTags;
import io.competitoriq.http.Problems;
import io.competitoriq.jobs.live.LiveEvents;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// What is being written: edited, sent to review, approved. Readers see none of it.
@ApplicationScoped
public class Drafts {

  private static final int MOST_BLOCKS = 50;

  private final CardRows rows;
  private final Citations citations;
  private final Acts acts;
  private final FactBook book;
  private final LiveEvents live;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Drafts(
      CardRows rows,
      Citations citations,
      Acts acts,
      FactBook book,
      LiveEvents live,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.rows = rows;
    this.citations = citations;
    this.acts = acts;
    this.book = book;
    this.live = live;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// A card's draft as others build on it.
  ///
  /// @param version of the card the draft is of
  public record Snapshot(UUID cardId, UUID competitorId, List<Section> sections, long version) {}

  /// What there is to write on.
  ///
  /// @throws io.competitoriq.http.ProblemException 404 without such a card
  public Uni<Snapshot> snapshot(Mutiny.Session tx, UUID id) {
    return rows.find(tx, id)
        .map(card -> new Snapshot(card.id, card.competitorId, card.draft.sections(), card.version));
  }

  Uni<DraftView> get(UUID workspaceId, UUID id) {
    return transactions
        .in(workspaceId, tx -> rows.find(tx, id))
        .chain(card -> view(workspaceId, card));
  }

  /// All of it anew. New citations are looked up before anything is written.
  Uni<DraftView> replace(
      UUID workspaceId, UUID memberId, UUID id, @Nullable String ifMatch, DraftRequest wanted) {
    wanted.require();
    List<CitationRequest> cited = wanted.blocks().flatMap(block -> block.cited().stream()).toList();
    return transactions
        .in(workspaceId, tx -> rows.findAt(tx, id, ifMatch))
        .chain(card -> citations.verified(workspaceId, known(card.draft), cited))
        .chain(
            found ->
                transactions.in(
                    workspaceId,
                    tx ->
                        rows.findAt(tx, id, ifMatch)
                            .invoke(card -> write(card, memberId, wanted, found))
                            .call(card -> acts.note(tx, card, Acts.Act.EDITED, memberId, ""))
                            .invoke(() -> live.publish(workspaceId, Battlecards.UPDATED, id))))
        .chain(card -> view(workspaceId, card));
  }

  /// Adds one prose block at the end of a section. Nobody's edit is lost by it, so it needs no
  /// `If-Match`; with one it is held to it.
  Uni<DraftView> add(
      UUID workspaceId, UUID memberId, UUID id, @Nullable String ifMatch, NewBlock wanted) {
    return citations
        .verified(workspaceId, List.of(), wanted.cited())
        .chain(
            found -> {
              Block block = wanted.block(found);
              return transactions.in(
                  workspaceId,
                  tx ->
                      rows.find(tx, id)
                          .invoke(card -> requireMatch(card, ifMatch))
                          .chain(
                              card -> change(tx, card, memberId, added(wanted.sectionId(), block)))
                          .call(
                              card ->
                                  acts.note(
                                      tx, card, Acts.Act.BLOCK_ADDED, memberId, block.text())));
            })
        .chain(card -> view(workspaceId, card));
  }

  /// A decision on a claim, in the caller's transaction: the sections as they are to be, and a word
  /// for the log. Null changes nothing.
  public Uni<Void> decided(
      Mutiny.Session tx,
      UUID id,
      UUID memberId,
      @Nullable UnaryOperator<List<Section>> change,
      String words) {
    Acts.Act act = change == null ? Acts.Act.CLAIM_REFUSED : Acts.Act.CLAIM_ACCEPTED;
    return rows.find(tx, id)
        .chain(
            card ->
                change == null ? Uni.createFrom().item(card) : change(tx, card, memberId, change))
        .chain(card -> acts.note(tx, card, act, memberId, words));
  }

  /// Sends it on, vouches for it, or gives it back.
  Uni<DraftView> move(
      UUID workspaceId, UUID memberId, UUID id, @Nullable String ifMatch, CardState wanted) {
    return transactions
        .in(
            workspaceId,
            tx ->
                rows.findAt(tx, id, ifMatch)
                    .chain(
                        card ->
                            acts.note(tx, card, move(card, memberId, wanted), memberId, "")
                                .replaceWith(card))
                    .invoke(() -> live.publish(workspaceId, Battlecards.UPDATED, id)))
        .chain(card -> view(workspaceId, card));
  }

  private Acts.Act move(Battlecard card, UUID memberId, CardState wanted) {
    boolean possible =
        switch (wanted) {
          case IN_REVIEW -> card.state == CardState.DRAFT;
          case APPROVED -> card.state == CardState.DRAFT || card.state == CardState.IN_REVIEW;
          case DRAFT -> card.state == CardState.IN_REVIEW || card.state == CardState.APPROVED;
          case PUBLISHED -> false;
        };
    if (!possible) {
      throw Problems.conflict(
          "battlecard-state", "A card that is " + card.state + " cannot become " + wanted + ".");
    }
    card.state = wanted;
    card.touched(memberId, clock.instant());
    if (wanted == CardState.APPROVED) {
      card.approvedBy = memberId;
      card.approvedAt = clock.instant();
      return Acts.Act.APPROVED;
    }
    return wanted == CardState.IN_REVIEW ? Acts.Act.SENT_TO_REVIEW : Acts.Act.RETURNED;
  }

  private Uni<Battlecard> change(
      Mutiny.Session tx, Battlecard card, UUID memberId, UnaryOperator<List<Section>> change) {
    card.draft = new CardContent(change.apply(card.draft.sections()));
    card.edited(memberId, clock.instant());
    live.publish(card.workspaceId, Battlecards.UPDATED, card.id);
    return tx.flush().replaceWith(card);
  }

  private static UnaryOperator<List<Section>> added(UUID sectionId, Block block) {
    return sections -> {
      if (sections.stream().noneMatch(section -> section.id().equals(sectionId))) {
        throw Problems.notFound("section-not-found", "The card has no section " + sectionId + ".");
      }
      return sections.stream()
          .map(section -> section.id().equals(sectionId) ? with(section, block) : section)
          .toList();
    };
  }

  private static Section with(Section section, Block block) {
    if (section.blocks().size() >= MOST_BLOCKS) {
      throw Problems.conflict(
          "section-full", "A section holds " + MOST_BLOCKS + " blocks at most; remove one first.");
    }
    List<Block> blocks = new ArrayList<>(section.blocks());
    blocks.add(block);
    return section.with(blocks);
  }

  private void write(
      Battlecard card, UUID memberId, DraftRequest wanted, Map<CitationRequest, Citation> found) {
    card.name = wanted.name().strip();
    card.audience = wanted.audience().strip();
    card.ownerId = wanted.ownerId();
    card.draft = Rewriting.of(card.draft, wanted, found);
    card.edited(memberId, clock.instant());
  }

  private static void requireMatch(Battlecard card, @Nullable String ifMatch) {
    if (ifMatch != null) {
      EntityTags.requireMatch(ifMatch, card.version);
    }
  }

  private static List<Citation> known(CardContent draft) {
    return draft.blocks().flatMap(block -> block.citations().stream()).toList();
  }

  /// Facts that cannot be looked up now do not keep anybody from writing.
  private Uni<DraftView> view(UUID workspaceId, Battlecard card) {
    return book.current(workspaceId, card.competitorId, card.draft.shownKinds())
        .map(facts -> view(card, facts, true))
        .onFailure()
        .recoverWithItem(() -> view(card, List.of(), false));
  }

  private DraftView view(Battlecard card, List<CurrentFact> facts, boolean current) {
    var known = new LiveFacts.Known(clock.instant(), current);
    return new DraftView(
        card.id,
        card.competitorId,
        card.name,
        card.audience,
        card.ownerId,
        card.state,
        card.approvedBy,
        card.approvedAt,
        card.publishedNumber,
        new SectionViews(facts, List.of(), Set.of(), known).of(card.draft),
        card.updatedBy,
        card.updatedAt,
        card.version);
  }
}
