package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.BlockKind;
import io.competitoriq.process.content.Region;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.content.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;

/// Finds the block that names the plan a price belongs to.
final class PlanNaming {

  private static final int SHORT_NAME = 4;
  private static final int MANY = 3;
  private static final Pattern NAME_CLASS =
      Pattern.compile(
          "(?i)(^|[\\s_-])(name|title|plan|tier|package|edition|heading)($|[\\s_-]|s$)");

  private final List<SourcedBlock> blocks;
  private final Map<Integer, List<Price>> priced;

  PlanNaming(List<SourcedBlock> blocks, Map<Integer, List<Price>> priced) {
    this.blocks = blocks;
    this.priced = priced;
  }

  /// @param range the blocks of the element that may be the card
  /// @param index the block with the price
  /// @param inGrid whether elements like it stand beside it, with prices of their own
  Optional<Integer> nameIn(BlockRanges.Range range, int index, boolean inGrid) {
    List<Integer> headings = among(range, i -> block(i).kind() == BlockKind.HEADING && isName(i));
    if (!headings.isEmpty() && !(isAmbiguous(range) && sharesOneHeading(range, headings))) {
      return Optional.of(heading(range, index, headings));
    }
    List<Integer> hinted = among(range, i -> i != index && isHinted(i) && isName(i));
    if (!hinted.isEmpty() && !isAmbiguous(range)) {
      return nearest(hinted, index);
    }
    if (inGrid) {
      return IntStream.range(range.first(), index)
          .filter(i -> isName(i) && Texts.words(block(i).text()) <= SHORT_NAME)
          .boxed()
          .findFirst();
    }
    return Optional.empty();
  }

  /// Three prices or more in one element: it is no card but the wall the cards hang on.
  boolean isAmbiguous(BlockRanges.Range range) {
    return moneyIn(range).size() >= MANY;
  }

  private boolean sharesOneHeading(BlockRanges.Range range, List<Integer> headings) {
    return moneyIn(range).stream().map(i -> nearest(headings, i)).distinct().count() < 2;
  }

  private int heading(BlockRanges.Range range, int index, List<Integer> headings) {
    boolean severalCards =
        moneyIn(range).stream().map(i -> nearest(headings, i)).distinct().count() > 1;
    List<Integer> before = headings.stream().filter(i -> i < index).toList();
    if (severalCards || before.isEmpty()) {
      return nearest(headings, index).orElseThrow();
    }
    return before.stream()
        .reduce((best, next) -> level(next) <= level(best) ? next : best)
        .orElseThrow();
  }

  private static Optional<Integer> nearest(List<Integer> names, int index) {
    return names.stream()
        .filter(i -> i <= index)
        .reduce((_, last) -> last)
        .or(() -> names.stream().filter(i -> i > index).findFirst());
  }

  private List<Integer> moneyIn(BlockRanges.Range range) {
    return among(range, i -> priced.containsKey(i) && priced.get(i).getFirst().currency() != null);
  }

  private boolean isName(int index) {
    Region region = block(index).region();
    return region != Region.ADVERT && PlanNames.isPlausible(block(index).text());
  }

  private boolean isHinted(int index) {
    Element element = blocks.get(index).element();
    Element parent = element.parent();
    boolean byParent =
        parent != null
            && parent.childrenSize() == 1
            && NAME_CLASS.matcher(parent.className()).find();
    return byParent || NAME_CLASS.matcher(element.className()).find();
  }

  private int level(int index) {
    for (Element at = blocks.get(index).element(); at != null; at = at.parent()) {
      if (at.normalName().matches("h[1-6]")) {
        return at.normalName().charAt(1) - '0';
      }
    }
    return 7;
  }

  private List<Integer> among(BlockRanges.Range range, IntPredicate wanted) {
    List<Integer> found = new ArrayList<>();
    for (int i = range.first(); i <= range.last(); i++) {
      if (wanted.test(i)) {
        found.add(i);
      }
    }
    return found;
  }

  private Block block(int index) {
    return blocks.get(index).block();
  }
}
