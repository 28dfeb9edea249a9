package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.SourcedBlock;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/// Finds the name of an amount in a grid whose first row holds nothing but names: equal elements,
/// first one for each name, then one for each plan. Each plan stands below its name only once the
/// page's style sheet has laid them out.
final class NamesAbove {

  private static final int FEWEST = 2;
  private static final int MOST = 6;
  private static final int CLIMB = 4;

  private final List<SourcedBlock> blocks;
  private final BlockRanges ranges;
  private final Neighbours neighbours;

  NamesAbove(List<SourcedBlock> blocks, BlockRanges ranges, Neighbours neighbours) {
    this.blocks = blocks;
    this.ranges = ranges;
    this.neighbours = neighbours;
  }

  /// The block that names the plan of an amount; empty where no such grid is around it.
  Optional<Integer> of(Piece piece) {
    Element cell = piece.element();
    for (int level = 0; level < CLIMB && cell.parent() != null; level++, cell = cell.parent()) {
      Optional<Integer> name = above(cell, piece.first());
      if (name.isPresent()) {
        return name;
      }
    }
    return Optional.empty();
  }

  private Optional<Integer> above(Element cell, int index) {
    Element parent = cell.parent();
    if (parent == null || parent.childrenSize() < 2 * FEWEST || parent.childrenSize() > 4 * MOST) {
      return Optional.empty();
    }
    List<Element> cells = parent.children();
    int names = 0;
    while (names < cells.size() && names <= MOST && isName(cells.get(names), cell)) {
      names++;
    }
    int at = cells.indexOf(cell);
    boolean grid =
        names >= FEWEST
            && names <= MOST
            && at >= names
            && at < 2 * names
            && cells.size() >= 2 * names
            && cells.subList(names, 2 * names).stream().allMatch(each -> askOnce(each, cell));
    return grid && ranges.of(cell).contains(index)
        ? Optional.of(ranges.of(cells.get(at - names)).first())
        : Optional.empty();
  }

  private boolean isName(Element cell, Element like) {
    BlockRanges.Range range = ranges.of(cell);
    return cell.normalName().equals(like.normalName())
        && range.size() == 1
        && neighbours.moneyIn(range) == 0
        && PlanNames.isPlausible(NameText.of(blocks.get(range.first())));
  }

  /// A plan says more than its price.
  private boolean askOnce(Element cell, Element like) {
    BlockRanges.Range range = ranges.of(cell);
    return cell.normalName().equals(like.normalName())
        && range.size() > 1
        && neighbours.moneyIn(range) == 1;
  }
}
