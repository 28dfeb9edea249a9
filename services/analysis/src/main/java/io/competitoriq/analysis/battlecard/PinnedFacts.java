package io.competitoriq.analysis.battlecard;

import io.competitoriq.analysis.factbook.CurrentFact;
import io.competitoriq.analysis.factbook.FactBook;
import io.competitoriq.messages.FactKind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The facts a card stands on: those it shows and those its prose cites.
@ApplicationScoped
class PinnedFacts {

  /// Of kinds that come and go, only what a reader can see is kept.
  private static final int LATEST = 20;

  /// A citation names its fact, not the kind of it.
  private static final Set<FactKind> CITABLE =
      EnumSet.of(
          FactKind.PLAN,
          FactKind.PRICE,
          FactKind.FEATURE,
          FactKind.PERSON,
          FactKind.JOB_OPENING,
          FactKind.POST);

  private final FactBook book;

  PinnedFacts(FactBook book) {
    this.book = book;
  }

  /// Today's facts of all kinds the card can stand on.
  ///
  /// @throws io.competitoriq.http.ProblemException 503 when the facts cannot be asked for
  Uni<List<CurrentFact>> today(UUID workspaceId, UUID competitorId, CardContent content) {
    Set<FactKind> kinds = content.shownKinds();
    if (!content.citedLineages().isEmpty()) {
      kinds.addAll(CITABLE);
    }
    return book.current(workspaceId, competitorId, kinds);
  }

  /// What is kept of them with a version.
  static List<CurrentFact> pinned(CardContent content, List<CurrentFact> today) {
    Set<FactKind> watched = content.watchedKinds();
    Set<FactKind> shown = content.shownKinds();
    Set<UUID> cited = content.citedLineages();
    List<CurrentFact> kept = new ArrayList<>();
    Map<FactKind, Integer> latest = new EnumMap<>(FactKind.class);
    today.stream()
        .sorted(Comparator.comparing(CurrentFact::since).reversed())
        .forEach(
            fact -> {
              boolean counts = watched.contains(fact.kind()) || cited.contains(fact.lineageId());
              boolean seen =
                  shown.contains(fact.kind())
                      && latest.merge(fact.kind(), 1, Integer::sum) <= LATEST;
              if (counts || seen) {
                kept.add(fact);
              }
            });
    return kept;
  }
}
