package io.competitoriq.analysis.ask;

import io.competitoriq.analysis.ask.SearchClient.Fact;
import io.competitoriq.analysis.ask.SearchClient.FactHit;
import io.competitoriq.analysis.ask.SearchClient.Found;
import io.competitoriq.analysis.ask.SearchClient.Passage;
import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.Side;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// What the search found, as pieces of an answer. Pure.
final class FoundPieces {

  private static final int MOST_QUOTES = 2;
  private static final Set<String> YEARLY = Set.of("yearly", "annually", "annual", "year");

  private final Reading reading;
  private final FactSentences sentences;
  private final Function<UUID, String> nameOf;

  FoundPieces(Reading reading, ZoneId zone, Function<UUID, String> nameOf) {
    this.reading = reading;
    this.sentences = new FactSentences(zone);
    this.nameOf = nameOf;
  }

  List<Piece> of(Found found) {
    boolean yearly = wantsYearly() && found.facts().stream().anyMatch(hit -> isYearly(hit.fact()));
    return Stream.concat(
            found.facts().stream()
                .filter(
                    hit -> hit.fact().kind() != FactKind.PRICE || isYearly(hit.fact()) == yearly)
                .flatMap(hit -> piece(hit).stream())
                .sorted(Comparator.comparingDouble(Piece::fit).reversed()),
            found.passages().stream().map(this::piece))
        .toList();
  }

  private static boolean isYearly(Fact fact) {
    return fact.field().startsWith("amount-billed-yearly");
  }

  /// A price is told by the month, unless the year is asked for.
  private boolean wantsYearly() {
    return Words.of(reading.question()).stream().map(Words::folded).anyMatch(YEARLY::contains);
  }

  private Optional<Piece> piece(FactHit hit) {
    Fact fact = hit.fact();
    String name = nameOf.apply(fact.competitorId());
    List<Citation> grounds =
        fact.evidence().stream()
            .filter(Evidence::verified)
            .filter(each -> each.side() == Side.AFTER)
            .limit(MOST_QUOTES)
            .map(
                each ->
                    Citation.of(each, fact.competitorId(), name, null, fact.id(), fact.lineageId()))
            .toList();
    return grounds.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Piece(
                Piece.Kind.FACT,
                fact.competitorId(),
                sentences.of(fact, name),
                fact.validFrom(),
                fact.confidence(),
                fit(hit.matched(), hit.ofTerms()),
                grounds));
  }

  private Piece piece(Passage passage) {
    String name = nameOf.apply(passage.competitorId());
    Citation whole =
        new Citation(
            0,
            passage.competitorId(),
            name,
            passage.documentId(),
            passage.snapshotId(),
            passage.blockId(),
            passage.text(),
            passage.start(),
            passage.end(),
            passage.url(),
            passage.title(),
            passage.lastSeen(),
            null,
            null,
            null);
    Sentences.Span best = Sentences.best(passage.text(), reading.words());
    return new Piece(
        Piece.Kind.PASSAGE,
        passage.competitorId(),
        passage.text().substring(best.start(), best.end()),
        passage.lastSeen(),
        0.7,
        fit(passage.matched(), passage.ofTerms()),
        List.of(whole.cut(best.start(), best.end())));
  }

  private static double fit(int matched, int ofTerms) {
    return ofTerms == 0 ? 1 : matched / (double) ofTerms;
  }
}
