package io.competitoriq.analysis.battlecard;

import io.competitoriq.http.EntityTags;
import io.competitoriq.http.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Cards and their versions of the bound workspace. Works in the caller's transaction.
@ApplicationScoped
class CardRows {

  private static final int MOST = 500;

  /// Those that were not put away, oldest first, at most 500.
  Uni<List<Battlecard>> list(Mutiny.Session tx, @Nullable UUID competitorId) {
    var query =
        tx.createSelectionQuery(
            "from Battlecard where archivedAt is null"
                + (competitorId == null ? "" : " and competitorId = :competitor")
                + " order by createdAt, id",
            Battlecard.class);
    if (competitorId != null) {
      query.setParameter("competitor", competitorId);
    }
    return query.setMaxResults(MOST).getResultList();
  }

  Uni<Battlecard> find(Mutiny.Session tx, UUID id) {
    return tx.find(Battlecard.class, id)
        .invoke(
            row -> {
              if (row == null || row.archivedAt != null) {
                throw missing(id);
              }
            });
  }

  /// @throws io.competitoriq.http.ProblemException 428 without `If-Match`, 412 for another version
  Uni<Battlecard> findAt(Mutiny.Session tx, UUID id, @Nullable String ifMatch) {
    return find(tx, id).invoke(row -> EntityTags.requireMatch(ifMatch, row.version));
  }

  Uni<BattlecardVersion> version(Mutiny.Session tx, UUID cardId, int number) {
    return tx.createSelectionQuery(
            "from BattlecardVersion where battlecardId = :card and number = :number",
            BattlecardVersion.class)
        .setParameter("card", cardId)
        .setParameter("number", number)
        .getSingleResultOrNull()
        .invoke(
            row -> {
              if (row == null) {
                throw Problems.notFound(
                    "battlecard-version-not-found", "The card has no version " + number + ".");
              }
            });
  }

  /// Newest first.
  Uni<List<BattlecardVersion>> versions(Mutiny.Session tx, UUID cardId) {
    return tx.createSelectionQuery(
            "from BattlecardVersion where battlecardId = :card order by number desc",
            BattlecardVersion.class)
        .setParameter("card", cardId)
        .setMaxResults(MOST)
        .getResultList();
  }

  /// The versions that readers of these cards see, by card.
  Uni<Map<UUID, BattlecardVersion>> published(Mutiny.Session tx, List<Battlecard> cards) {
    return tx.createSelectionQuery(
            "select v from BattlecardVersion v join Battlecard b on b.id = v.battlecardId"
                + " where v.number = b.publishedNumber and b.id in :cards",
            BattlecardVersion.class)
        .setParameter("cards", cards.stream().map(card -> card.id).toList())
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .collect(Collectors.toMap(row -> row.battlecardId, Function.identity())));
  }

  static RuntimeException missing(UUID id) {
    return Problems.notFound("battlecard-not-found", "No battlecard " + id + ".");
  }
}
