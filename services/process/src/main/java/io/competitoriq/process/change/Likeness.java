package io.competitoriq.process.change;

import io.competitoriq.process.content.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// How much two wordings have in common.
final class Likeness {

  private static final double ALIKE = 0.5;
  private static final double UNDER_THE_SAME = 0.25;

  private Likeness() {}

  /// The best pairs of blocks of one kind that share at least half of their words, each block once.
  ///
  /// @param gone indexes of old blocks
  /// @param come indexes of new blocks
  /// @return old index by new index
  static Map<Integer, Integer> pairs(
      List<Block> before, List<Integer> gone, List<Block> after, List<Integer> come) {
    List<Worded> olds = worded(before, gone);
    List<Pair> pairs = new ArrayList<>();
    for (Worded now : worded(after, come)) {
      for (Worded old : olds) {
        double alike = old.block().kind() == now.block().kind() ? of(old.words(), now.words()) : 0;
        if (alike >= ALIKE) {
          boolean under = old.block().path().equals(now.block().path());
          pairs.add(new Pair(old.index(), now.index(), alike + (under ? UNDER_THE_SAME : 0)));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::alike).reversed());
    Map<Integer, Integer> heirs = new HashMap<>();
    Set<Integer> taken = new HashSet<>();
    for (Pair pair : pairs) {
      if (!heirs.containsKey(pair.come()) && taken.add(pair.gone())) {
        heirs.put(pair.come(), pair.gone());
      }
    }
    return heirs;
  }

  /// Share of words two texts have in common, 0 to 1.
  static double of(String a, String b) {
    return of(words(a), words(b));
  }

  /// Share of the words of the shorter text that stand in the longer one, 0 to 1.
  static double kept(String a, String b) {
    Set<String> left = words(a);
    Set<String> right = words(b);
    return (double) shared(left, right) / Math.max(1, Math.min(left.size(), right.size()));
  }

  private static double of(Set<String> left, Set<String> right) {
    int total = left.size() + right.size();
    return total == 0 ? 1 : 2.0 * shared(left, right) / total;
  }

  private static long shared(Set<String> left, Set<String> right) {
    Set<String> fewer = left.size() <= right.size() ? left : right;
    Set<String> more = fewer == left ? right : left;
    return fewer.stream().filter(more::contains).count();
  }

  private static Set<String> words(String text) {
    return new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
  }

  private static List<Worded> worded(List<Block> blocks, List<Integer> indexes) {
    return indexes.stream()
        .map(i -> new Worded(i, blocks.get(i), words(blocks.get(i).text())))
        .toList();
  }

  private record Worded(int index, Block block, Set<String> words) {}

  private record Pair(int gone, int come, double alike) {}
}
