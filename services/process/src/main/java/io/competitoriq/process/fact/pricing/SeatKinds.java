package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.fact.pricing.PlanCards.Card;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.nodes.Element;

/// Finds plans that ask several amounts, each under a label that the other plans repeat ("Full seat
/// $16, dev seat $12" in one card, "full seat $55, dev seat $25" in the next): the label tells
/// which, the card around them names the plan.
final class SeatKinds {

  private static final int SEVERAL = 2;

  private SeatKinds() {}

  /// @param around the card around an element that holds such labels, where it names a plan
  static List<Card> grouped(List<Card> cards, Function<Element, Optional<Card>> around) {
    Map<Element, List<Card>> byParent = new LinkedHashMap<>();
    for (Card card : cards) {
      Element parent = card.element().parent();
      if (parent != null) {
        byParent.computeIfAbsent(parent, _ -> new ArrayList<>()).add(card);
      }
    }
    List<Card> read = new ArrayList<>();
    for (Card card : cards) {
      Element parent = card.element().parent();
      read.add(
          Optional.ofNullable(parent)
              .filter(each -> isRepeated(byParent.getOrDefault(each, List.of()), byParent))
              .flatMap(around)
              .map(card::of)
              .orElse(card));
    }
    return read;
  }

  private static boolean isRepeated(List<Card> group, Map<Element, List<Card>> all) {
    Set<String> labels = names(group);
    return labels.size() >= SEVERAL
        && all.values().stream()
            .anyMatch(
                other -> other != group && names(other).equals(labels) && asksOther(other, group));
  }

  private static boolean asksOther(List<Card> one, List<Card> other) {
    return !words(one).equals(words(other));
  }

  private static Set<String> words(List<Card> cards) {
    Set<String> words = new HashSet<>();
    cards.forEach(card -> card.pieces().forEach(piece -> words.add(piece.text())));
    return words;
  }

  private static Set<String> names(List<Card> cards) {
    Set<String> names = new HashSet<>();
    cards.forEach(card -> names.add(card.name().toLowerCase(Locale.ROOT)));
    return names;
  }
}
