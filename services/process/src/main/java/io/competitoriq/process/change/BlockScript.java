package io.competitoriq.process.change;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import io.competitoriq.messages.ChangeKind;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.noise.Volatile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The way from an old list of blocks to a new one: order-free matching first, then an edit script
/// over what is in order, then pairs of old and new blocks that took each other's place.
public final class BlockScript {

  /// Beyond, old and new blocks are looked for at the same place only.
  private static final long MOST_COMPARISONS = 250_000;

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

  /// Old and new blocks without a match: at the same place, or else the ones most alike.
  private void pair() {
    Set<Integer> left = new LinkedHashSet<>();
    for (int i = 0; i < before.size(); i++) {
      left.add(i);
    }
    Arrays.stream(match).forEach(left::remove);
    List<Integer> come = new ArrayList<>();
    for (int j = 0; j < match.length; j++) {
      if (match[j] == BlockMatching.NONE && !inherit(left, j)) {
        come.add(j);
      }
    }
    if ((long) left.size() * come.size() <= MOST_COMPARISONS) {
      Likeness.pairs(before, List.copyOf(left), after, come).forEach((j, i) -> heir[j] = i);
    }
  }

  private boolean inherit(Set<Integer> left, int j) {
    Block block = after.get(j);
    for (Integer i : left) {
      Block old = before.get(i);
      if (old.slot().equals(block.slot())
          && old.kind() == block.kind()
          && old.region() == block.region()
          && old.path().equals(block.path())) {
        left.remove(i);
        heir[j] = i;
        return true;
      }
    }
    return false;
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
    if (heir[j] == BlockMatching.NONE) {
      return new Step(ChangeKind.ADDED, null, now, null);
    }
    Block old = before.get(heir[j]);
    boolean same = Volatile.masked(old.text()).equals(Volatile.masked(now.text()));
    return new Step(same ? null : ChangeKind.MODIFIED, old, now, null);
  }
}
