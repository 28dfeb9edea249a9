package io.competitoriq.analysis.battlecard;

import io.competitoriq.http.Problems;
import io.competitoriq.messages.FactKind;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// What a card said when.
@ApplicationScoped
class Versions {

  /// Names the draft where a version's number is asked for.
  static final String DRAFT = "draft";

  private final CardRows rows;
  private final WorkspaceTransactions transactions;

  Versions(CardRows rows, WorkspaceTransactions transactions) {
    this.rows = rows;
    this.transactions = transactions;
  }

  /// Newest first.
  Uni<List<VersionHead>> list(UUID workspaceId, UUID id) {
    return transactions.in(
        workspaceId,
        tx ->
            rows.find(tx, id)
                .chain(card -> rows.versions(tx, card.id))
                .map(found -> found.stream().map(VersionHead::of).toList()));
  }

  Uni<VersionView> get(UUID workspaceId, UUID id, int number) {
    return transactions
        .in(workspaceId, tx -> rows.find(tx, id).chain(card -> rows.version(tx, card.id, number)))
        .map(Versions::view);
  }

  /// @param from a version's number, or `draft`; so is `to`
  Uni<Comparison> compare(UUID workspaceId, UUID id, String from, String to) {
    return transactions.in(
        workspaceId,
        tx ->
            rows.find(tx, id)
                .chain(
                    card ->
                        edition(tx, card, from)
                            .chain(
                                before ->
                                    edition(tx, card, to).map(after -> compare(before, after)))));
  }

  private Uni<Edition> edition(Mutiny.Session tx, Battlecard card, String name) {
    if (name.equals(DRAFT)) {
      return Uni.createFrom().item(new Edition(card.draft, null));
    }
    if (!name.matches("[1-9][0-9]{0,8}")) {
      throw Problems.badRequest(
          "battlecard-version-invalid", "Name a version by its number, or say draft: " + name);
    }
    return rows.version(tx, card.id, Integer.parseInt(name))
        .map(row -> new Edition(row.content.content(), row.content));
  }

  private static Comparison compare(Edition before, Edition after) {
    PublishedContent then = before.published();
    PublishedContent now = after.published();
    List<FactMove> moves = List.of();
    if (then != null && now != null) {
      Set<FactKind> both = EnumSet.noneOf(FactKind.class);
      both.addAll(then.watched());
      both.retainAll(now.watched());
      moves = Ageing.moves(then.facts(), now.facts(), both, Set.of());
    }
    return Comparison.of(before.content(), after.content(), moves);
  }

  private static VersionView view(BattlecardVersion row) {
    var known = new LiveFacts.Known(row.publishedAt, false);
    return new VersionView(
        VersionHead.of(row),
        row.name,
        row.audience,
        new SectionViews(row.content.facts(), List.of(), Set.of(), known)
            .of(row.content.content()));
  }

  /// @param published null for a draft
  private record Edition(CardContent content, @Nullable PublishedContent published) {}
}
