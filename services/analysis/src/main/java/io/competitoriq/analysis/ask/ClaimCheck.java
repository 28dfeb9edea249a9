package io.competitoriq.analysis.ask;

import io.competitoriq.analysis.assessment.Addresses;
import io.competitoriq.analysis.assessment.Numbers;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds a model's answer against what it was sent: a claim stands only on sources that were sent,
/// on words they say, with figures and addresses they name. What does not stand is dropped and
/// counted. Pure.
final class ClaimCheck {

  private static final int MOST_CLAIMS = 8;
  private static final int LONGEST = 600;

  /// A single letter stands anywhere and shows nothing.
  private static final int SHORTEST_QUOTE = 2;

  private static final int MOST_FOLLOW_UPS = 3;
  private static final int LONGEST_FOLLOW_UP = 160;
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|[^\\s\\p{L}\\p{M}\\p{N}]");

  private final SentMaterial sent;
  private final Reading reading;
  private final Map<Dropped, Integer> dropped = new EnumMap<>(Dropped.class);

  ClaimCheck(SentMaterial sent, Reading reading) {
    this.sent = sent;
    this.reading = reading;
  }

  /// @param answer what stands
  /// @param claims how many there were
  /// @param dropped how many claims fell, by why
  record Checked(Answer answer, int claims, Map<Dropped, Integer> dropped) {

    int droppedClaims() {
      return dropped.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Whether it had claims and none of them stands.
    boolean isUnsupported() {
      return answer.claims().isEmpty() && claims > 0;
    }

    /// How far its words can be trusted, for a person.
    String standing() {
      if (dropped.isEmpty()) {
        return "Every claim was found in the sources it cites.";
      }
      String why =
          dropped.entrySet().stream()
              .map(each -> each.getValue() + " " + each.getKey().because())
              .collect(Collectors.joining(", "));
      return droppedClaims() + " of " + claims + " claims dropped: " + why + ".";
    }
  }

  Checked check(ModelAnswer answer) {
    Answer.Builder builder = new Answer.Builder();
    answer.claims().stream().limit(MOST_CLAIMS).forEach(claim -> add(builder, claim));
    Verdict verdict = verdict(answer.verdict(), builder.isEmpty());
    return new Checked(
        builder.build(verdict, confidence(answer), note(answer), followUps(answer.followUps())),
        Math.min(answer.claims().size(), MOST_CLAIMS),
        Map.copyOf(dropped));
  }

  private Verdict verdict(Verdict said, boolean nothing) {
    if (nothing) {
      return said == Verdict.OUT_OF_SCOPE ? said : Verdict.INSUFFICIENT;
    }
    return said == Verdict.ANSWERED && dropped.isEmpty() ? Verdict.ANSWERED : Verdict.PARTIAL;
  }

  private Answer.Confidence confidence(ModelAnswer answer) {
    return dropped.isEmpty()
        ? Answer.Confidence.valueOf(answer.confidence().name())
        : Answer.Confidence.LOW;
  }

  private void add(Answer.Builder builder, ModelAnswer.Claim claim) {
    String text = bounded(claim.text(), LONGEST);
    Optional<Dropped> flaw = flaw(text, claim.citations());
    if (flaw.isPresent()) {
      dropped.merge(flaw.get(), 1, Integer::sum);
      return;
    }
    List<Citation> grounds = new ArrayList<>();
    claim.citations().forEach(each -> place(each).ifPresent(grounds::add));
    builder.add(text, sent.named(claim.citations().getFirst().id()).orElseThrow().kind(), grounds);
  }

  private Optional<Dropped> flaw(String text, List<ModelAnswer.Grounds> grounds) {
    if (text.isEmpty() || grounds.isEmpty()) {
      return Optional.of(Dropped.NO_SOURCE);
    }
    if (grounds.stream().anyMatch(each -> sent.named(each.id()).isEmpty())) {
      return Optional.of(Dropped.UNKNOWN_SOURCE);
    }
    if (grounds.stream().anyMatch(each -> place(each).isEmpty())) {
      return Optional.of(Dropped.QUOTE_NOT_FOUND);
    }
    List<String> said =
        grounds.stream().map(each -> said(sent.named(each.id()).orElseThrow())).toList();
    if (!new Numbers(said).cover(text)) {
      return Optional.of(Dropped.UNKNOWN_FIGURE);
    }
    return new Addresses(String.join("\n", said)).cover(text)
        ? Optional.empty()
        : Optional.of(Dropped.UNKNOWN_ADDRESS);
  }

  /// Everything a source was sent with.
  private static String said(Piece piece) {
    String quotes =
        piece.citations().stream()
            .map(each -> each.quote() + "\n" + each.competitor() + "\n" + each.title())
            .collect(Collectors.joining("\n"));
    return piece.text() + "\n" + piece.at().toString().substring(0, 10) + "\n" + quotes;
  }

  /// Where the quoted words stand: the smallest part of the stored words that is them.
  private Optional<Citation> place(ModelAnswer.Grounds grounds) {
    Pattern words = asWords(grounds.quote());
    if (grounds.quote().strip().length() < SHORTEST_QUOTE) {
      return Optional.empty();
    }
    return sent.named(grounds.id()).stream()
        .flatMap(piece -> piece.citations().stream())
        .flatMap(
            citation -> {
              Matcher found = words.matcher(citation.quote());
              return found.find()
                  ? Stream.of(citation.cut(found.start(), found.end()))
                  : Stream.empty();
            })
        .findFirst();
  }

  /// Spacing, case and the shape of quotation marks may differ, words and other marks may not.
  private static Pattern asWords(String quote) {
    String plain =
        Normalizer.normalize(quote, Normalizer.Form.NFC).replaceAll("\\p{Cf}", "").strip();
    List<String> parts = new ArrayList<>();
    Matcher words = WORD.matcher(plain);
    while (words.find()) {
      String word = words.group();
      parts.add(
          switch (word) {
            case "\"", "“", "”", "„", "«", "»" -> "[\"“”„«»]";
            case "'", "’", "‘", "‚", "`" -> "['’‘‚`]";
            default -> Pattern.quote(word);
          });
    }
    return Pattern.compile(
        String.join("[\\s\\p{Z}\\p{Cf}]*", parts), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private String note(ModelAnswer answer) {
    String missing = answer.missing();
    if (missing == null || missing.isBlank()) {
      return "";
    }
    String text = bounded(missing, LONGEST);
    return isHarmless(text) ? text : "";
  }

  private List<String> followUps(List<String> wanted) {
    List<String> kept =
        wanted.stream()
            .map(each -> bounded(each, LONGEST_FOLLOW_UP))
            .filter(each -> each.length() > 2 && isHarmless(each))
            .limit(MOST_FOLLOW_UPS)
            .toList();
    return kept.isEmpty() ? new FollowUps(reading).all() : kept;
  }

  /// Text beside the claims cites nothing, so it may bring nothing along.
  private boolean isHarmless(String text) {
    String known =
        reading.question()
            + "\n"
            + sent.sources().values().stream()
                .map(ClaimCheck::said)
                .collect(Collectors.joining("\n"));
    return new Addresses(known).cover(text) && new Numbers(List.of(known)).cover(text);
  }

  private static String bounded(String text, int most) {
    String clean = text.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
    return clean.length() <= most ? clean : clean.substring(0, most - 1) + "…";
  }
}
