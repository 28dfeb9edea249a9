package io.competitoriq.analysis.battlecard;

import io.competitoriq.analysis.factbook.FactBook;
import io.competitoriq.analysis.factbook.Passage;
import io.competitoriq.http.Problems;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps only citations whose words stand where they are said to.
@ApplicationScoped
class Citations {

  /// Most that are looked up for one request.
  private static final int MOST_NEW = 60;

  private static final int SHOWN = 80;

  private final FactBook book;

  Citations(FactBook book) {
    this.book = book;
  }

  /// The citation of each request. Those that are known already are not looked up again.
  ///
  /// @throws io.competitoriq.http.ProblemException 422 for words that are not there; 503 when they
  ///   cannot be looked up
  Uni<Map<CitationRequest, Citation>> verified(
      UUID workspaceId, Collection<Citation> known, List<CitationRequest> wanted) {
    Map<CitationRequest, Citation> kept =
        known.isEmpty()
            ? Map.of()
            : wanted.stream()
                .distinct()
                .filter(each -> known.stream().anyMatch(old -> old.isAt(each)))
                .collect(Collectors.toMap(each -> each, each -> knownAt(known, each)));
    List<CitationRequest> fresh =
        wanted.stream().distinct().filter(each -> !kept.containsKey(each)).toList();
    if (fresh.size() > MOST_NEW) {
      throw Problems.badRequest(
          "too-many-citations", "At most " + MOST_NEW + " new citations can be checked at once.");
    }
    return Multi.createFrom()
        .iterable(fresh)
        .onItem()
        .transformToUniAndConcatenate(each -> lookUp(workspaceId, each))
        .collect()
        .asList()
        .map(
            found -> {
              Map<CitationRequest, Citation> all = new HashMap<>(kept);
              for (int i = 0; i < fresh.size(); i++) {
                all.put(fresh.get(i), found.get(i));
              }
              return all;
            });
  }

  private Uni<Citation> lookUp(UUID workspaceId, CitationRequest wanted) {
    return book.passage(workspaceId, wanted.documentId(), wanted.start(), wanted.end())
        .map(passage -> citation(wanted, passage));
  }

  private static Citation citation(CitationRequest wanted, @Nullable Passage passage) {
    if (passage == null || !passage.text().equals(wanted.quote())) {
      throw Problems.unprocessable(
          "citation-not-found",
          "The document does not say \u201c%s\u201d at %d-%d."
              .formatted(shown(wanted.quote()), wanted.start(), wanted.end()));
    }
    return new Citation(
        wanted.documentId(),
        wanted.start(),
        wanted.end(),
        wanted.quote(),
        passage.url(),
        passage.fetchedAt(),
        wanted.lineageId(),
        wanted.signalId());
  }

  private static Citation knownAt(Collection<Citation> known, CitationRequest wanted) {
    return known.stream().filter(old -> old.isAt(wanted)).findFirst().orElseThrow();
  }

  private static String shown(String quote) {
    return quote.length() <= SHOWN ? quote : quote.substring(0, SHOWN) + "\u2026";
  }
}
