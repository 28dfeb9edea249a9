package io.competitoriq.analysis.battlecard;

import io.competitoriq.analysis.factbook.CurrentFact;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far a published card has aged: the facts pinned then against those that hold today. Pure.
///
/// A fact is the same one when its lineage is, or, where a page was rebuilt, when kind, subject,
/// field and value are. Several pages that say the same count once. Of features only a changed
/// value counts: rows of comparisons are reworded too often for their coming and going to mean
/// anything.
final class Ageing {

  private final List<CurrentFact> pinned;
  private final List<CurrentFact> today;
  private final Set<FactKind> watched;
  private final Map<String, FactMove> moves = new HashMap<>();
  private final List<FactMove> ordered = new ArrayList<>();

  private Ageing(List<CurrentFact> pinned, List<CurrentFact> today, Set<FactKind> watched) {
    this.pinned = pinned;
    this.today = today;
    this.watched = watched;
  }

  /// @param cited lineages that count although their kind is not watched
  static List<FactMove> moves(
      List<CurrentFact> pinned, List<CurrentFact> today, Set<FactKind> watched, Set<UUID> cited) {
    List<CurrentFact> counted =
        pinned.stream()
            .filter(fact -> watched.contains(fact.kind()) || cited.contains(fact.lineageId()))
            .toList();
    return new Ageing(counted, today, watched).compare();
  }

  /// The pinned value of a fact of today, where it is another.
  static Optional<FactValue> was(CurrentFact fact, List<CurrentFact> pinned) {
    return pinned.stream()
        .filter(each -> each.lineageId().equals(fact.lineageId()))
        .map(CurrentFact::value)
        .filter(value -> !same(value, fact.value()))
        .findFirst();
  }

  private List<FactMove> compare() {
    Map<UUID, CurrentFact> byLineage = new HashMap<>();
    Map<String, CurrentFact> byWords = new HashMap<>();
    for (CurrentFact fact : today) {
      byLineage.putIfAbsent(fact.lineageId(), fact);
      byWords.putIfAbsent(words(fact), fact);
    }
    Set<UUID> continued = new HashSet<>();
    Set<String> known = new HashSet<>();
    for (CurrentFact before : pinned) {
      known.add(words(before));
      CurrentFact after = byLineage.get(before.lineageId());
      if (after != null) {
        continued.add(after.lineageId());
      }
      if (byWords.containsKey(words(before))) {
        continue;
      }
      if (after == null || !same(before.value(), after.value())) {
        tell(before, after);
      }
    }
    for (CurrentFact fact : today) {
      boolean isNew = !continued.contains(fact.lineageId()) && !known.contains(words(fact));
      if (isNew && watched.contains(fact.kind())) {
        tell(null, fact);
      }
    }
    return List.copyOf(ordered);
  }

  private void tell(@Nullable CurrentFact before, @Nullable CurrentFact after) {
    CurrentFact either = Objects.requireNonNull(after == null ? before : after);
    if (either.kind() == FactKind.FEATURE && (before == null || after == null)) {
      return;
    }
    FactMove move =
        new FactMove(
            either.kind(),
            either.lineageId(),
            either.subject(),
            either.field(),
            before == null ? null : before.value(),
            after == null ? null : after.value(),
            after == null ? null : after.since(),
            before == null ? null : before.evidence(),
            after == null ? null : after.evidence(),
            null);
    String key = words(either) + "|" + (before == null ? "" : value(before.value()));
    if (moves.putIfAbsent(key, move) == null) {
      ordered.add(move);
    }
  }

  private static String words(CurrentFact fact) {
    return String.join(
        "|", fact.kind().name(), folded(fact.subject()), fact.field(), value(fact.value()));
  }

  private static boolean same(FactValue before, FactValue after) {
    return value(before).equals(value(after));
  }

  /// Amounts decide where there are any, words otherwise.
  private static String value(FactValue value) {
    return value.amountMinor() == null
        ? folded(value.text())
        : value.amountMinor() + " " + value.currency() + " " + value.period();
  }

  private static String folded(String text) {
    return text.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
  }
}
