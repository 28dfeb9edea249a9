package io.competitoriq.analysis.assessment;

import io.competitoriq.analysis.assessment.ChangeAssessment.Claim;
import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Holds an answer against what was sent: a claim stands only on evidence we named, on words that
/// are there, and with figures that are there. What does not stand is dropped and counted. Pure.
final class AnswerCheck {

  private static final int HEADLINE = 240;
  private static final int PROSE = 1500;

  /// What is sent is JSON: a line break before a word is a letter there.
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u[0-9a-fA-F]{4}|.)");

  private final EvidenceTokens tokens;
  private final Numbers numbers;
  private final Numbers withOwn;
  private final Addresses addresses;
  private final Map<Dropped, Integer> dropped = new EnumMap<>(Dropped.class);

  /// @param own what was told of our own company: explanations may name its figures, claims may not
  AnswerCheck(SentData sent, String own) {
    this.tokens = sent.tokens();
    this.addresses = new Addresses(ESCAPE.matcher(sent.text()).replaceAll(" "));
    this.numbers = new Numbers(List.of(sent.text()));
    this.withOwn = new Numbers(List.of(sent.text(), own));
  }

  CheckedAnswer check(ChangeAssessment answer) {
    List<CheckedAnswer.Claim> claims = new ArrayList<>();
    for (Claim claim : answer.whatChanged()) {
      checked(claim).ifPresent(claims::add);
    }
    return new CheckedAnswer(
        answer.relevant(),
        answer.category(),
        prose(answer.headline(), HEADLINE, Dropped.HEADLINE_FIGURE, Dropped.HEADLINE_ADDRESS),
        prose(answer.whyItMatters(), PROSE, Dropped.PROSE_FIGURE, Dropped.PROSE_ADDRESS),
        claims,
        answer.audience().stream().map(Enum::name).distinct().toList(),
        answer.significance(),
        answer.confidence(),
        prose(answer.noiseReason(), PROSE, Dropped.PROSE_FIGURE, Dropped.PROSE_ADDRESS),
        answer.insufficientEvidence(),
        Map.copyOf(dropped));
  }

  private Optional<CheckedAnswer.Claim> checked(Claim claim) {
    Optional<Dropped> flaw = flaw(claim);
    if (flaw.isPresent()) {
      dropped.merge(flaw.get(), 1, Integer::sum);
      return Optional.empty();
    }
    List<UUID> evidence =
        claim.evidenceIds().stream()
            .flatMap(id -> tokens.named(id).stream())
            .map(Evidence::id)
            .distinct()
            .toList();
    return Optional.of(
        new CheckedAnswer.Claim(
            bounded(claim.text(), PROSE),
            evidence,
            claim.quoteOld(),
            claim.quoteNew(),
            claim.kindOrFact()));
  }

  private Optional<Dropped> flaw(Claim claim) {
    if (claim.text().isBlank() || claim.evidenceIds().isEmpty()) {
      return Optional.of(Dropped.NO_EVIDENCE);
    }
    if (claim.evidenceIds().stream().anyMatch(id -> tokens.named(id).isEmpty())) {
      return Optional.of(Dropped.UNKNOWN_EVIDENCE);
    }
    if (isBlank(claim.quoteOld()) && isBlank(claim.quoteNew())) {
      return Optional.of(Dropped.NO_QUOTE);
    }
    if (!stands(claim.quoteOld(), claim, Side.BEFORE)
        || !stands(claim.quoteNew(), claim, Side.AFTER)) {
      return Optional.of(Dropped.QUOTE_NOT_FOUND);
    }
    boolean figures =
        Stream.of(claim.text(), orEmpty(claim.old()), orEmpty(claim.now()))
            .allMatch(numbers::cover);
    if (!figures) {
      return Optional.of(Dropped.UNKNOWN_FIGURE);
    }
    return addresses.cover(bounded(claim.text(), PROSE))
        ? Optional.empty()
        : Optional.of(Dropped.UNKNOWN_ADDRESS);
  }

  /// Only words the cited evidence stands for: who opens it has to find them there.
  private boolean stands(@Nullable String quote, Claim claim, Side side) {
    if (isBlank(quote)) {
      return true;
    }
    String wanted = QuoteWords.folded(orEmpty(quote));
    return tokens
        .words(claim.evidenceIds(), side)
        .map(QuoteWords::folded)
        .anyMatch(text -> text.contains(wanted));
  }

  private @Nullable String prose(@Nullable String text, int max, Dropped figure, Dropped address) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (!withOwn.cover(text)) {
      dropped.merge(figure, 1, Integer::sum);
      return null;
    }
    if (!addresses.cover(bounded(text, max))) {
      dropped.merge(address, 1, Integer::sum);
      return null;
    }
    return bounded(text, max);
  }

  private static String bounded(String text, int max) {
    String clean = text.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
    return clean.length() <= max ? clean : clean.substring(0, max - 1) + "…";
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
