package io.competitoriq.process.change;

import io.competitoriq.messages.ChangeKind;
import io.competitoriq.process.content.BlockKind;
import io.competitoriq.process.content.Region;
import io.competitoriq.process.content.Texts;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Tells people's edits of quotes and asides from their rotation. What rotates puts one text into
/// the place of another; somebody who adds or takes away a text leaves the others as they are.
final class Rotations {

  /// Sidebars are full of labels of one to three words.
  private static final int ASIDE_WORDS = 4;

  private static final int QUOTE_WORDS = 2;

  private static final int UNCHANGED = 3;

  private final Set<Step> edits = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Predicate<Step> isEdit;

  /// @param steps the whole way from one version to the next
  /// @param isEdit whether a text is still there in other words
  Rotations(List<Step> steps, Predicate<Step> isEdit) {
    this.isEdit = isEdit;
    judge(steps.stream().filter(step -> region(step) == Region.ASIDE).toList());
    judge(steps.stream().filter(step -> region(step) == Region.TESTIMONIAL).toList());
  }

  /// Whether a person did it.
  boolean isEdited(Step step) {
    return edits.contains(step);
  }

  private void judge(List<Step> part) {
    long came = part.stream().filter(step -> step.kind() == ChangeKind.ADDED).count();
    long went = part.stream().filter(step -> step.kind() == ChangeKind.REMOVED).count();
    List<Step> replaced =
        part.stream()
            .filter(step -> step.kind() == ChangeKind.MODIFIED && !isEdit.test(step))
            .toList();
    if (replaced.isEmpty() && (came == 0 || went == 0)) {
      part.stream().filter(Rotations::saysEnough).forEach(edits::add);
    }
    long same = part.stream().filter(step -> step.kind() == null).count();
    boolean alone = replaced.size() == 1 && came + went == 0 && same >= UNCHANGED;
    if (alone && replaced.getFirst().block().kind() == BlockKind.HEADING) {
      edits.add(replaced.getFirst());
    }
  }

  private static boolean saysEnough(Step step) {
    int fewest = region(step) == Region.ASIDE ? ASIDE_WORDS : QUOTE_WORDS;
    return (step.kind() == ChangeKind.ADDED || step.kind() == ChangeKind.REMOVED)
        && Texts.words(step.block().text()) >= fewest;
  }

  private static Region region(Step step) {
    return step.block().region();
  }
}
