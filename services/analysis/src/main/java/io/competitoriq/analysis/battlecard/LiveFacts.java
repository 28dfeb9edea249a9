package io.competitoriq.analysis.battlecard;

import io.competitoriq.analysis.factbook.CurrentFact;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The facts of a live block as people see them.
///
/// @param total how many there are; more than `facts` holds when some are left out
/// @param asOf when they were looked up; of an edition whose facts cannot be looked up now, when it
///   was published
/// @param current false when they could not be looked up now
public record LiveFacts(List<Item> facts, int total, Instant asOf, boolean current) {

  /// One fact.
  ///
  /// @param was what it was when the card was published, where that was something else
  public record Item(CurrentFact fact, @Nullable FactValue was) {}

  /// @param pinned what was true when the card was published; empty for a draft
  static LiveFacts of(
      LiveKind kind, List<CurrentFact> facts, List<CurrentFact> pinned, Known known) {
    List<CurrentFact> chosen = new ArrayList<>();
    Set<String> priced =
        facts.stream()
            .filter(fact -> fact.kind() == FactKind.PRICE)
            .map(CurrentFact::subject)
            .collect(Collectors.toUnmodifiableSet());
    Set<String> seen = new HashSet<>();
    facts.stream()
        .filter(fact -> kind.facts().contains(fact.kind()))
        // A plan with a price is told by its price.
        .filter(fact -> fact.kind() != FactKind.PLAN || !priced.contains(fact.subject()))
        .sorted(order(kind))
        .filter(fact -> seen.add(words(fact)))
        .forEach(chosen::add);
    List<Item> items =
        chosen.stream()
            .limit(kind.most())
            .map(fact -> new Item(fact, Ageing.was(fact, pinned).orElse(null)))
            .toList();
    return new LiveFacts(items, chosen.size(), known.asOf(), known.current());
  }

  /// How well the facts are known.
  record Known(Instant asOf, boolean current) {}

  private static Comparator<CurrentFact> order(LiveKind kind) {
    return switch (kind) {
      case PRICES ->
          Comparator.comparing((CurrentFact fact) -> fact.kind() == FactKind.PLAN)
              .thenComparing(
                  fact -> fact.value().amountMinor(), Comparator.nullsLast(Long::compare))
              .thenComparing(CurrentFact::subject);
      case FEATURES, PEOPLE ->
          Comparator.comparing(CurrentFact::subject).thenComparing(CurrentFact::field);
      case OPENINGS, POSTS ->
          Comparator.comparing(CurrentFact::since).reversed().thenComparing(CurrentFact::subject);
    };
  }

  private static String words(CurrentFact fact) {
    return (fact.kind() + "|" + fact.subject() + "|" + fact.field() + "|" + fact.value())
        .toLowerCase(Locale.ROOT);
  }
}
