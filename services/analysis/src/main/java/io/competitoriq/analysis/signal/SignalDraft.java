package io.competitoriq.analysis.signal;

import io.competitoriq.messages.Category;
import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.RaiseSignal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// A signal as the rules write it from one confirmed change, before it is stored. Pure: the same
/// change always gives the same draft.
///
/// @param confidence 0..1
/// @param evidence each quote once, in the order of the changes
public record SignalDraft(
    RaiseSignal change,
    Category category,
    String headline,
    String summary,
    int significance,
    Severity severity,
    double confidence,
    List<String> reasons,
    List<Evidence> evidence) {

  public static SignalDraft of(RaiseSignal change) {
    List<Evidence> evidence = evidence(change);
    Grounds grounds = Grounds.of(evidence);
    Category category = CategoryRule.of(change);
    Significance significance = Significance.of(category, Magnitude.of(change), grounds);
    return new SignalDraft(
        change,
        category,
        Headline.of(change),
        SignalSummary.of(change),
        significance.score(),
        significance.severity(),
        grounds.confidence(!change.facts().isEmpty()),
        significance.reasons(),
        evidence);
  }

  private static List<Evidence> evidence(RaiseSignal change) {
    Map<UUID, Evidence> distinct = new LinkedHashMap<>();
    Stream.concat(
            change.facts().stream().flatMap(fact -> fact.evidence().stream()),
            change.texts().stream().flatMap(text -> text.evidence().stream()))
        .forEach(evidence -> distinct.putIfAbsent(evidence.id(), evidence));
    return List.copyOf(distinct.values());
  }

  List<Move> moves() {
    return Move.all(change.facts());
  }
}
