package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.fact.pricing.PlanCards.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Labels that tell the amounts of one plan apart and name none themselves: a quantity, a time of
/// day.
final class StepLabels {

  private final List<SourcedBlock> blocks;
  private final BlockRanges ranges;
  private final Map<Integer, Piece> pieces;
  private final Neighbours neighbours;

  StepLabels(
      List<SourcedBlock> blocks,
      BlockRanges ranges,
      Map<Integer, Piece> pieces,
      Neighbours neighbours) {
    this.blocks = blocks;
    this.ranges = ranges;
    this.pieces = pieces;
    this.neighbours = neighbours;
  }

  /// "Walking" and below it "9 holes $11, 18 holes $16": quantities name nothing.
  Optional<Card> below(int index, Piece piece) {
    boolean part = piece.text().length() < blocks.get(index).block().text().length();
    String label = part ? PriceLines.label(piece) : "";
    boolean named =
        index > 0
            && TierTables.isQuantity(label)
            && !pieces.containsKey(index - 1)
            && PlanNames.isPlausible(blocks.get(index - 1).block().text());
    return named
        ? Optional.of(
            new Card(piece.element(), name(index - 1), index - 1, new ArrayList<>(), label))
        : Optional.empty();
  }

  /// "Mon-Thu", then "before 4 pm" and an amount, "after 4 pm" and another: what stands right above
  /// each amount of a card tells which it is.
  Card labelled(Card card, int index) {
    BlockRanges.Range range = ranges.of(card.element());
    boolean labels =
        neighbours.haveMoney(card.element())
            && neighbours.askOnce(range)
            && pieces.entrySet().stream()
                .filter(each -> range.contains(each.getKey()) && each.getValue().namesAmount())
                .allMatch(each -> isLabel(each.getKey() - 1, card, range));
    return labels && card.kind() == null ? card.as(name(index - 1)) : card;
  }

  private boolean isLabel(int index, Card card, BlockRanges.Range range) {
    return range.contains(index)
        && index != card.nameIndex()
        && !pieces.containsKey(index)
        && PlanNames.isPlausible(blocks.get(index).block().text());
  }

  private String name(int index) {
    return PlanNames.clean(NameText.of(blocks.get(index)));
  }
}
