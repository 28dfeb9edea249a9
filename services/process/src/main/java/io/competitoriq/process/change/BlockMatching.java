package io.competitoriq.process.change;

import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.BlockKind;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.noise.Volatile;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds for each new block the old block that says the same, wherever it stands: first under the
/// same headings, then at the same place, then anywhere if it says enough, or when it moved with
/// its neighbour.
///
/// A value says nothing by itself: a price or another short text with a number is the same only
/// beside the same neighbour, so two plans that swap prices do not pass for a move.
final class BlockMatching {

  static final int NONE = -1;
  private static final int TELLING_WORDS = 4;

  private final Side before;
  private final Side after;
  private final int[] match;
  private final boolean[] taken;

  private BlockMatching(Side before, Side after) {
    this.before = before;
    this.after = after;
    this.match = new int[after.blocks().size()];
    this.taken = new boolean[before.blocks().size()];
    Arrays.fill(match, NONE);
  }

  /// For each new block the index of its old one, or [#NONE].
  static int[] of(List<Block> before, List<Block> after) {
    Map<String, String> masks = new HashMap<>();
    BlockMatching matching = new BlockMatching(Side.of(before, masks), Side.of(after, masks));
    matching.by(side -> i -> side.isValue(i) ? null : side.path(i) + "\n" + side.keys()[i]);
    matching.by(side -> i -> side.isValue(i) ? side.beside(i, -1) : null);
    matching.by(side -> i -> side.isValue(i) ? side.beside(i, 1) : null);
    matching.by(side -> i -> side.besideName(i, -1));
    matching.by(side -> i -> side.besideName(i, 1));
    matching.by(side -> i -> side.blocks().get(i).slot() + "\n" + side.keys()[i]);
    matching.by(side -> i -> side.saysEnough(i) ? side.keys()[i] : null);
    matching.followNeighbours();
    return matching.match;
  }

  /// What stands next to a matched block in both versions moved with it.
  private void followNeighbours() {
    for (int j = 1; j < match.length; j++) {
      follow(j, j - 1, 1);
    }
    for (int j = match.length - 2; j >= 0; j--) {
      follow(j, j + 1, -1);
    }
  }

  private void follow(int j, int neighbour, int step) {
    int i = match[neighbour] == NONE ? NONE : match[neighbour] + step;
    if (match[j] == NONE
        && i >= 0
        && i < taken.length
        && !taken[i]
        && before.keys()[i].equals(after.keys()[j])) {
      match[j] = i;
      taken[i] = true;
    }
  }

  private void by(Function<Side, IntFunction<@Nullable String>> keys) {
    IntFunction<@Nullable String> old = keys.apply(before);
    IntFunction<@Nullable String> now = keys.apply(after);
    Map<String, Deque<Integer>> open = new HashMap<>();
    for (int i = 0; i < taken.length; i++) {
      String key = taken[i] ? null : old.apply(i);
      if (key != null) {
        open.computeIfAbsent(key, _ -> new ArrayDeque<>()).add(i);
      }
    }
    for (int j = 0; j < match.length; j++) {
      String key = match[j] == NONE ? now.apply(j) : null;
      Deque<Integer> waiting = key == null ? null : open.get(key);
      if (waiting != null && !waiting.isEmpty()) {
        match[j] = waiting.poll();
        taken[match[j]] = true;
      }
    }
  }

  /// One of the two versions.
  ///
  /// @param keys what the blocks say, masked
  /// @param paths the headings above them, masked
  /// @param times how often each key stands in the version
  private record Side(
      List<Block> blocks, String[] keys, String[] paths, Map<String, Integer> times) {

    static Side of(List<Block> blocks, Map<String, String> masks) {
      Function<String, String> masked = text -> masks.computeIfAbsent(text, Volatile::masked);
      String[] keys = blocks.stream().map(Block::text).map(masked).toArray(String[]::new);
      String[] paths =
          blocks.stream()
              .map(block -> block.path().stream().map(masked).collect(Collectors.joining("\t")))
              .toArray(String[]::new);
      Map<String, Integer> times = new HashMap<>();
      Arrays.stream(keys).forEach(key -> times.merge(key, 1, Integer::sum));
      return new Side(blocks, keys, paths, times);
    }

    String path(int i) {
      return paths[i];
    }

    boolean isValue(int i) {
      Block block = blocks.get(i);
      boolean row = block.kind() == BlockKind.TABLE_ROW;
      return block.kind() == BlockKind.PRICE
          || !row
              && Texts.words(block.text()) < TELLING_WORDS
              && block.text().chars().anyMatch(Character::isDigit);
    }

    boolean saysEnough(int i) {
      BlockKind kind = blocks.get(i).kind();
      boolean telling = Texts.words(blocks.get(i).text()) >= TELLING_WORDS;
      return kind == BlockKind.HEADING || telling && !isValue(i) && kind != BlockKind.TABLE_ROW;
    }

    /// A value and the neighbour there is only once, under whatever headings; null without one.
    ///
    /// @param step -1 for the neighbour above, 1 for the one below
    @Nullable String besideName(int i, int step) {
      int at = i + step;
      boolean named = at >= 0 && at < keys.length && isValue(i) && !isValue(at);
      return named && times.getOrDefault(keys[at], 0) == 1 ? keys[at] + "\n" + keys[i] : null;
    }

    /// Headings, neighbour and value.
    ///
    /// @param step -1 for the neighbour above, 1 for the one below
    String beside(int i, int step) {
      int at = i + step;
      while (at >= 0 && at < keys.length && isValue(at)) {
        at += step;
      }
      String neighbour = at >= 0 && at < keys.length ? keys[at] : "";
      return paths[i] + "\n" + neighbour + "\n" + keys[i];
    }
  }
}
