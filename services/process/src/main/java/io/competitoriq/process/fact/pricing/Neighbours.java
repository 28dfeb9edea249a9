package io.competitoriq.process.fact.pricing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;

/// What stands beside an element that may be the card of a plan: elements like it with offers of
/// their own make a list of plans, whether or not any of them has a heading.
final class Neighbours {

  private static final int WHOLE = 2;
  private static final int GROWTH = 3;

  private final BlockRanges ranges;
  private final Map<Integer, Piece> pieces;

  Neighbours(BlockRanges ranges, Map<Integer, Piece> pieces) {
    this.ranges = ranges;
    this.pieces = pieces;
  }

  /// How many pieces with an amount a range holds.
  long moneyIn(BlockRanges.Range range) {
    return pieces.entrySet().stream()
        .filter(each -> range.contains(each.getKey()) && each.getValue().namesAmount())
        .count();
  }

  /// Whether a range holds several pieces with amounts, none of them for a month or a year.
  boolean askOnce(BlockRanges.Range range) {
    return moneyIn(range) > 1
        && pieces.entrySet().stream()
            .filter(each -> range.contains(each.getKey()))
            .flatMap(each -> each.getValue().prices().stream())
            .noneMatch(CardOffers::isRecurring);
  }

  /// The largest element around a card that holds no other amounts.
  Element grown(Element card) {
    Element grown = card;
    for (int level = 0; level < GROWTH; level++) {
      Element parent = grown.parent();
      if (haveMoney(grown)
          || parent == null
          || parent.normalName().equals("body")
          || parent.normalName().equals("main")
          || moneyIn(ranges.of(parent)) != moneyIn(ranges.of(grown))) {
        return grown;
      }
      grown = parent;
    }
    return grown;
  }

  /// Whether an amount is the only one of its card, and each card beside it asks one only: then
  /// what the cards are headed with names them, and no words beside an amount.
  boolean askOneEach(Piece piece) {
    Element at = piece.element();
    for (int level = 0; level <= GROWTH + 1 && at != null; level++) {
      Element parent = at.parent();
      if (parent != null && haveMoney(at)) {
        String tag = at.normalName();
        return level > 0
            && amountsIn(at) == 1
            && parent.children().stream()
                .filter(other -> other.normalName().equals(tag))
                .allMatch(other -> amountsIn(other) <= 1);
      }
      at = parent;
    }
    return false;
  }

  /// Whether amounts stand at every other place among the elements beside this one.
  boolean takeTurns(Element amount) {
    List<Element> beside = amount.parent() == null ? List.of() : amount.parent().children();
    List<Integer> places =
        IntStream.range(0, beside.size()).filter(i -> holdMoney(beside.get(i))).boxed().toList();
    int last = places.isEmpty() ? 0 : places.getLast();
    return places.size() >= WHOLE
        && places.stream().allMatch(place -> (last - place) % 2 == 0)
        && last - places.getFirst() == 2 * (places.size() - 1);
  }

  /// Whether an amount stands beside a card that has none.
  boolean standBesidePriced(Element card) {
    Element at = card;
    for (int level = 0; level <= GROWTH && at != null && !holdMoney(at); level++) {
      if (haveMoney(at)) {
        return true;
      }
      at = at.parent();
    }
    return false;
  }

  private int amountsIn(Element element) {
    BlockRanges.Range range = ranges.of(element);
    return pieces.entrySet().stream()
        .filter(each -> range.contains(each.getKey()) && each.getValue().namesAmount())
        .mapToInt(each -> each.getValue().prices().size())
        .sum();
  }

  boolean holdMoney(Element element) {
    return moneyIn(ranges.of(element)) > 0;
  }

  /// Whether an element of the same kind beside it names an amount.
  boolean haveMoney(Element card) {
    Element parent = card.parent();
    return parent != null
        && parent.children().stream().anyMatch(other -> isTwin(card, other) && holdMoney(other));
  }

  /// The same, where a free plan or one on request is enough if it is built alike.
  boolean haveOffers(Element card) {
    Element parent = card.parent();
    return haveMoney(card)
        || parent != null
            && parent.children().stream()
                .anyMatch(
                    other -> isTwin(card, other) && isBuiltAlike(card, other) && holdPiece(other));
  }

  private static boolean isTwin(Element card, Element other) {
    return other != card && other.normalName().equals(card.normalName());
  }

  private static boolean isBuiltAlike(Element card, Element other) {
    Set<String> classes = new HashSet<>(card.classNames());
    Set<String> others = other.classNames();
    int least = Math.min(classes.size(), others.size());
    classes.retainAll(others);
    return classes.size() * 2 >= Math.max(least, 1) || least == 0 && others.isEmpty();
  }

  private boolean holdPiece(Element element) {
    BlockRanges.Range range = ranges.of(element);
    return range.size() >= WHOLE && pieces.keySet().stream().anyMatch(range::contains);
  }
}
