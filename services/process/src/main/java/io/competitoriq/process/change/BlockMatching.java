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
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds for each new block the old block that says the same, wherever it stands: first under the
/// same headings, then at the same place, then anywhere if it says enough. Short texts and prices
/// are not looked for anywhere, so two plans that swap prices do not pass for a move.
final class BlockMatching {

  static final int NONE = -1;
  private static final int TELLING_WORDS = 4;

  private final List<Block> before;
  private final List<Block> after;
  private final String[] beforeKeys;
  private final String[] afterKeys;
  private final int[] match;
  private final boolean[] taken;

  private BlockMatching(List<Block> before, List<Block> after) {
    this.before = before;
    this.after = after;
    this.beforeKeys = keys(before);
    this.afterKeys = keys(after);
    this.match = new int[after.size()];
    this.taken = new boolean[before.size()];
    Arrays.fill(match, NONE);
  }

  /// For each new block the index of its old one, or [#NONE].
  static int[] of(List<Block> before, List<Block> after) {
    BlockMatching matching = new BlockMatching(before, after);
    matching.by((block, key) -> path(block) + "\n" + key);
    matching.by((block, key) -> block.slot() + "\n" + key);
    matching.by((block, key) -> saysEnough(block) ? key : null);
    return matching.match;
  }

  private static String[] keys(List<Block> blocks) {
    return blocks.stream().map(block -> Volatile.masked(block.text())).toArray(String[]::new);
  }

  private static String path(Block block) {
    return block.path().stream().map(Volatile::masked).collect(Collectors.joining("\t"));
  }

  private static boolean saysEnough(Block block) {
    return block.kind() != BlockKind.PRICE
        && block.kind() != BlockKind.TABLE_ROW
        && Texts.words(block.text()) >= TELLING_WORDS;
  }

  private void by(BiFunction<Block, String, @Nullable String> keyOf) {
    Map<String, Deque<Integer>> open = new HashMap<>();
    for (int i = 0; i < before.size(); i++) {
      String key = taken[i] ? null : keyOf.apply(before.get(i), beforeKeys[i]);
      if (key != null) {
        open.computeIfAbsent(key, _ -> new ArrayDeque<>()).add(i);
      }
    }
    for (int j = 0; j < after.size(); j++) {
      String key = match[j] == NONE ? keyOf.apply(after.get(j), afterKeys[j]) : null;
      Deque<Integer> waiting = key == null ? null : open.get(key);
      if (waiting != null && !waiting.isEmpty()) {
        match[j] = waiting.poll();
        taken[match[j]] = true;
      }
    }
  }
}
