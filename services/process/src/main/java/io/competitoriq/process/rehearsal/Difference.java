package io.competitoriq.process.rehearsal;

import io.competitoriq.http.Problems;
import io.competitoriq.process.change.VersionPair;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.ignore.Ignoring;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The pairs of blocks a hunk is made of.
record Difference(List<Sides> sides) {

  Difference {
    sides = List.copyOf(sides);
  }

  /// @throws io.competitoriq.http.ProblemException 400 when it names no block, or one there is not
  static Difference of(VersionPair pair, HunkRef hunk) {
    List<Block> before = HunkRef.blocks(pair.from(), hunk.beforeBlockIds());
    List<Block> after = HunkRef.blocks(pair.to(), hunk.afterBlockIds());
    List<Sides> sides = new ArrayList<>();
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      sides.add(
          new Sides(
              i < before.size() ? before.get(i) : null, i < after.size() ? after.get(i) : null));
    }
    if (sides.isEmpty()) {
      throw Problems.badRequest("hunk-empty", "Name at least one block that changed.");
    }
    return new Difference(sides);
  }

  boolean isCoveredBy(Ignoring rules) {
    return sides.stream().allMatch(each -> rules.covering(each.before, each.after).isPresent());
  }

  Sides first() {
    return sides.getFirst();
  }

  /// One block before and after; at least one of them is there.
  record Sides(@Nullable Block before, @Nullable Block after) {}
}
