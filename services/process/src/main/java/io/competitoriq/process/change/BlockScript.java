package io.competitoriq.process.change;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import io.competitoriq.messages.ChangeKind;
import io.competitoriq.process.content.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The way from an old list of blocks to a new one: order-free matching first, then an edit script
/// over what is in order, then pairs of old and new blocks that took each other's place.
public final class BlockScript {

  private static final double ALIKE = 0.5;

  private final List<Block> before;
  private final List<Block> after;
  private final int[] match;
  private final int[] heir;
  private final boolean[] moved;

  private BlockScript(List<Block> before, List<Block> after) {
    this.before = before;
    this.after = after;
    this.match = BlockMatching.of(before, after);
    this.heir = new int[after.size()];
    this.moved = new boolean[after.size()];
    Arrays.fill(heir, BlockMatching.NONE);
  }

  /// Steps in the order of the new document; what is gone stands where it stood.
  public static List<Step> between(List<Block> before, List<Block> after) {
    BlockScript script = new BlockScript(before, after);
    script.findMoves();
    script.pair();
    return script.steps();
  }

  /// A matched block inside a delta stands at another place than before.
  private void findMoves() {
    for (AbstractDelta<Integer> delta :
        DiffUtils.diff(beforeTokens(), afterTokens(), new MyersDiffWithLinearSpace<Integer>())
            .getDeltas()) {
      int from = delta.getTarget().getPosition();
      for (int j = from; j < from + delta.getTarget().size(); j++) {
        moved[j] = match[j] != BlockMatching.NONE;
      }
    }
  }

  private List<Integer> afterTokens() {
    List<Integer> tokens = new ArrayList<>();
    for (int j = 0; j < match.length; j++) {
      tokens.add(match[j] == BlockMatching.NONE ? before.size() + j : match[j]);
    }
    return tokens;
  }

  private List<Integer> beforeTokens() {
    List<Integer> tokens = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      tokens.add(i);
    }
    return tokens;
  }

  /// Old and new blocks without a match: at the same place, or alike under the same headings.
  private void pair() {
    Set<Integer> left = new HashSet<>();
    for (int i = 0; i < before.size(); i++) {
      left.add(i);
    }
    Arrays.stream(match).forEach(left::remove);
    List<Integer> open = new ArrayList<>(left.stream().sorted().toList());
    for (boolean samePlace : new boolean[] {true, false}) {
      for (int j = 0; j < match.length; j++) {
        if (match[j] == BlockMatching.NONE && heir[j] == BlockMatching.NONE) {
          heir[j] = take(open, after.get(j), samePlace);
        }
      }
    }
  }

  private int take(List<Integer> open, Block block, boolean samePlace) {
    for (Integer i : open) {
      Block old = before.get(i);
      boolean pair =
          samePlace
              ? old.slot().equals(block.slot())
                  && old.kind() == block.kind()
                  && old.path().equals(block.path())
              : old.kind() == block.kind() && alike(old.text(), block.text()) >= ALIKE;
      if (pair) {
        open.remove(i);
        return i;
      }
    }
    return BlockMatching.NONE;
  }

  /// Share of words two texts have in common, 0 to 1.
  static double alike(String a, String b) {
    Set<String> left = words(a);
    Set<String> right = words(b);
    int total = left.size() + right.size();
    left.retainAll(right);
    return total == 0 ? 1 : 2.0 * left.size() / total;
  }

  private static Set<String> words(String text) {
    return new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
  }

  private List<Step> steps() {
    boolean[] used = new boolean[before.size()];
    for (int j = 0; j < match.length; j++) {
      int i = match[j] != BlockMatching.NONE ? match[j] : heir[j];
      if (i != BlockMatching.NONE) {
        used[i] = true;
      }
    }
    List<Step> steps = new ArrayList<>();
    int next = 0;
    for (int j = 0; j < after.size(); j++) {
      if (match[j] != BlockMatching.NONE && !moved[j]) {
        next = removed(steps, used, next, match[j]);
      }
      steps.add(step(j));
    }
    removed(steps, used, next, before.size());
    return steps;
  }

  private int removed(List<Step> steps, boolean[] used, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!used[i]) {
        steps.add(new Step(ChangeKind.REMOVED, before.get(i), null, null));
      }
    }
    return Math.max(from, to);
  }

  private Step step(int j) {
    Block now = after.get(j);
    if (match[j] != BlockMatching.NONE) {
      return new Step(moved[j] ? ChangeKind.MOVED : null, before.get(match[j]), now, null);
    }
    return heir[j] != BlockMatching.NONE
        ? new Step(ChangeKind.MODIFIED, before.get(heir[j]), now, null)
        : new Step(ChangeKind.ADDED, null, now, null);
  }
}
