package io.competitoriq.process.change;

import static java.util.Objects.requireNonNull;

import io.competitoriq.messages.ChangeKind;
import io.competitoriq.process.change.DiffView.HunkView;
import io.competitoriq.process.change.DiffView.Line;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.ignore.Ignoring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Folds a list of steps into hunks with three lines of context.
final class DiffLayout {

  private static final int CONTEXT = 3;

  /// Some 4 MB of JSON; the pages draw only what is in sight.
  private static final int MOST_LINES = 20_000;

  private final List<Step> steps;
  private final Map<String, Integer> oldNumbers;
  private final Map<String, Integer> newNumbers;
  private final List<HunkView> hunks = new ArrayList<>();

  private DiffLayout(List<Step> steps, List<Block> before, List<Block> after) {
    this.steps = steps;
    this.oldNumbers = numbers(before);
    this.newNumbers = numbers(after);
  }

  /// CPU work.
  static Layout of(VersionPair pair) {
    DiffLayout layout = new DiffLayout(pair.steps(), pair.from().blocks(), pair.to().blocks());
    layout.fold();
    int total = layout.hunks.stream().mapToInt(hunk -> hunk.lines().size()).sum();
    List<HunkView> kept = new ArrayList<>();
    int room = MOST_LINES;
    for (HunkView hunk : layout.hunks) {
      if (room > 0) {
        kept.add(named(hunk.first(room), pair.ignoring()));
      }
      room -= hunk.lines().size();
    }
    return new Layout(kept, room < 0, total);
  }

  /// Names the rule whose reason the hunk carries.
  private static HunkView named(HunkView hunk, Ignoring rules) {
    return Optional.ofNullable(hunk.ignoredBy())
        .flatMap(rules::giving)
        .map(rule -> hunk.by(rule.id()))
        .orElse(hunk);
  }

  private static Map<String, Integer> numbers(List<Block> blocks) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      numbers.put(blocks.get(i).id(), i + 1);
    }
    return numbers;
  }

  private void fold() {
    int shown = 0; // steps before this one are in a hunk already
    int at = 0;
    while (at < steps.size()) {
      if (steps.get(at).kind() == null) {
        at++;
        continue;
      }
      int end = at + 1;
      while (end < steps.size() && belong(steps.get(at), steps.get(end))) {
        end++;
      }
      int upTo = contextAfter(end);
      hunks.add(hunk(Math.max(shown, at - CONTEXT), at, end, upTo));
      shown = upTo;
      at = end;
    }
  }

  private static boolean belong(Step first, Step next) {
    return next.kind() == first.kind()
        && Objects.equals(next.ignoredBy(), first.ignoredBy())
        && next.block().path().equals(first.block().path());
  }

  private int contextAfter(int end) {
    int upTo = end;
    while (upTo < steps.size() && upTo < end + CONTEXT && steps.get(upTo).kind() == null) {
      upTo++;
    }
    return upTo;
  }

  private HunkView hunk(int from, int first, int end, int upTo) {
    List<Line> lines = new ArrayList<>();
    steps.subList(from, first).stream()
        .filter(step -> step.kind() == null)
        .forEach(step -> lines.add(context(step)));
    steps.subList(first, end).stream()
        .filter(step -> step.before() != null)
        .forEach(step -> lines.add(removed(step)));
    steps.subList(first, end).stream()
        .filter(step -> step.after() != null)
        .forEach(step -> lines.add(added(step)));
    steps.subList(end, upTo).forEach(step -> lines.add(context(step)));
    Step step = steps.get(first);
    ChangeKind kind = requireNonNull(step.kind());
    return new HunkView(
        "h" + (hunks.size() + 1), step.block().path(), kind, step.ignoredBy(), null, lines);
  }

  private Line context(Step step) {
    return new Line(
        "ctx",
        number(oldNumbers, step.before()),
        number(newNumbers, step.after()),
        step.block().text(),
        step.block().id());
  }

  private Line removed(Step step) {
    Block before = requireNonNull(step.before());
    return new Line("del", number(oldNumbers, before), null, before.text(), before.id());
  }

  private Line added(Step step) {
    Block after = requireNonNull(step.after());
    return new Line("add", null, number(newNumbers, after), after.text(), after.id());
  }

  private static @Nullable Integer number(Map<String, Integer> numbers, @Nullable Block block) {
    return block == null ? null : numbers.get(block.id());
  }

  /// @param totalLines of all hunks, those left out included
  record Layout(List<HunkView> hunks, boolean truncated, int totalLines) {}
}
