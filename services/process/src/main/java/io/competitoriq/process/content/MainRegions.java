package io.competitoriq.process.content;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Third look at the regions: what holds most of a page's main text is no margin, whatever it is
/// called. The posts of a forum are often named comments, and whole pages lie in a `footer`.
final class MainRegions {

  private static final double MOST = 0.5;
  private static final Set<Region> MARGINS =
      EnumSet.of(Region.RELATED, Region.ASIDE, Region.NAVIGATION, Region.FOOTER);

  private MainRegions() {}

  /// @param main whether a block is part of the main text
  static List<RawBlock> rescue(List<RawBlock> blocks, Predicate<RawBlock> main) {
    Map<Region, Integer> words = new EnumMap<>(Region.class);
    List<RawBlock> told = blocks.stream().filter(main).toList();
    told.forEach(block -> words.merge(block.region(), Texts.words(block.text()), Integer::sum));
    int all = words.values().stream().mapToInt(Integer::intValue).sum();
    Set<Region> margins = EnumSet.noneOf(Region.class);
    words.forEach(
        (region, count) -> {
          if (MARGINS.contains(region) && count > MOST * all) {
            margins.add(region);
          }
        });
    if (margins.isEmpty()) {
      return blocks;
    }
    return blocks.stream()
        .map(
            block ->
                margins.contains(block.region()) && main.test(block)
                    ? block.in(Region.MAIN)
                    : block)
        .toList();
  }
}
