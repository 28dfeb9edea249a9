package io.competitoriq.analysis.ask;

import io.competitoriq.analysis.ask.Answer.Confidence;
import io.competitoriq.analysis.ask.Piece.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// An answer made of what was found and of nothing else: changes when changes are asked for, typed
/// facts when their kind is, otherwise the sentences that say most of it. Pure.
final class Extracts {

  private static final int MOST_FACTS = 12;
  private static final int MOST_CHANGES = 8;
  private static final int MOST_PASSAGES = 5;

  /// Sentences beside facts or changes that do not tell everything.
  private static final int MORE_PASSAGES = 3;

  /// A passage with fewer of the terms says something else.
  private static final double LEAST_FIT = 0.5;

  private final Reading reading;
  private final Material material;
  private final FollowUps followUps;

  private Extracts(Reading reading, Material material) {
    this.reading = reading;
    this.material = material;
    this.followUps = new FollowUps(reading);
  }

  static Answer of(Reading reading, Material material) {
    return new Extracts(reading, material).answer();
  }

  private Answer answer() {
    List<Piece> chosen = chosen();
    if (chosen.isEmpty()) {
      return new Answer(
          Verdict.INSUFFICIENT, Confidence.LOW, nothing(), List.of(), List.of(), followUps.all());
    }
    Answer.Builder answer = new Answer.Builder();
    chosen.forEach(piece -> answer.add(piece.text(), piece.kind(), piece.citations()));
    String missing = missing(chosen);
    return answer.build(
        missing.isEmpty() ? Verdict.ANSWERED : Verdict.PARTIAL,
        confidence(chosen, missing),
        missing,
        followUps.all());
  }

  private List<Piece> chosen() {
    if (reading.aboutChanges()) {
      List<Piece> changes = fitting(Kind.CHANGE, MOST_CHANGES);
      if (!changes.isEmpty()) {
        return changes;
      }
    }
    List<Piece> facts = reading.aboutChanges() && reading.from() != null ? datedFacts() : facts();
    List<Piece> chosen = new ArrayList<>(facts);
    double best = facts.stream().mapToDouble(Piece::fit).max().orElse(0);
    if (best < 1) {
      // A fact that misses a term is beaten by a sentence that does not.
      List<Piece> sentences = passages(facts.isEmpty() ? MOST_PASSAGES : MORE_PASSAGES);
      boolean better = sentences.stream().anyMatch(each -> each.fit() > best);
      if (better) {
        chosen.removeIf(each -> each.fit() < sentences.getFirst().fit() && each.fit() <= LEAST_FIT);
        chosen.addAll(sentences);
      }
    }
    return List.copyOf(chosen);
  }

  /// What a change is asked for and no signal tells: facts that began within the time.
  private List<Piece> datedFacts() {
    return facts().stream()
        .filter(fact -> reading.from() == null || !fact.at().isBefore(reading.from()))
        .toList();
  }

  private List<Piece> facts() {
    return fitting(Kind.FACT, MOST_FACTS);
  }

  /// Those that name most of the terms, when that is at least half of them.
  private List<Piece> fitting(Kind kind, int most) {
    List<Piece> found = material.of(kind);
    double best = found.stream().mapToDouble(Piece::fit).max().orElse(0);
    return best < LEAST_FIT
        ? List.of()
        : found.stream().filter(piece -> piece.fit() >= best).limit(most).toList();
  }

  private List<Piece> passages(int most) {
    if (reading.aboutChanges() && reading.from() != null && reading.terms().isEmpty()) {
      return List.of();
    }
    List<Piece> found = material.of(Kind.PASSAGE);
    double best = found.stream().mapToDouble(Piece::fit).max().orElse(0);
    Set<String> said = new HashSet<>();
    return found.stream()
        .filter(piece -> piece.fit() >= Math.max(LEAST_FIT, best - 0.01))
        .filter(piece -> said.add(piece.text().toLowerCase(Locale.ROOT).replaceAll("\\W+", " ")))
        .limit(most)
        .toList();
  }

  private String missing(List<Piece> chosen) {
    List<String> sentences = new ArrayList<>();
    Set<UUID> told = chosen.stream().map(Piece::competitorId).collect(Collectors.toSet());
    List<String> silent =
        reading.competitors().stream()
            .filter(each -> !told.contains(each.id()))
            .map(Reading.Named::name)
            .toList();
    if (!silent.isEmpty()) {
      sentences.add("Nothing was found for " + String.join(", ", silent) + ".");
    }
    double best = chosen.stream().mapToDouble(Piece::fit).max().orElse(0);
    if (best < 1) {
      String absent =
          reading.terms().stream()
              .filter(term -> chosen.stream().noneMatch(piece -> holds(piece, term)))
              .map(term -> "“" + term + "”")
              .collect(Collectors.joining(", "));
      sentences.add(
          absent.isEmpty()
              ? "No single place says all of it."
              : "Nothing found names " + absent + ".");
    }
    if (material.coverage().away()) {
      sentences.add("Pages and facts could not be searched just now; only changes were.");
    }
    return String.join(" ", sentences);
  }

  private static boolean holds(Piece piece, String term) {
    return Words.holds(piece.text(), term)
        || piece.citations().stream().anyMatch(each -> Words.holds(each.quote(), term));
  }

  private static Confidence confidence(List<Piece> chosen, String missing) {
    double least = chosen.stream().mapToDouble(Piece::confidence).min().orElse(0);
    boolean read = chosen.stream().noneMatch(piece -> piece.kind() == Kind.PASSAGE);
    if (!missing.isEmpty()) {
      return Confidence.LOW;
    }
    return read && least >= 0.75 ? Confidence.HIGH : Confidence.MEDIUM;
  }

  private String nothing() {
    Coverage looked = material.coverage();
    if (looked.away()) {
      return "Pages and facts could not be searched just now. Ask again in a minute.";
    }
    if (looked.documents() == 0) {
      String whom = reading.competitors().isEmpty() ? "" : " of " + names();
      return "No page" + whom + " has been read yet. Ask again after the first visits.";
    }
    if (reading.aboutChanges() && reading.terms().isEmpty()) {
      String whom = reading.competitors().isEmpty() ? "" : " of " + names();
      return "No change"
          + whom
          + " was seen in that time. The pages that are watched were read; they did not move.";
    }
    return "What was collected does not tell. The pages that are watched do not mention it.";
  }

  private String names() {
    return reading.competitors().stream()
        .map(Reading.Named::name)
        .collect(Collectors.joining(", "));
  }
}
