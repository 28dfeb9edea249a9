package io.competitoriq.process.rehearsal;

import io.competitoriq.process.change.VersionPair;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.BlockKind;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.ignore.IgnoreRule;
import io.competitoriq.process.ignore.Ignoring;
import io.competitoriq.process.ignore.RuleKind;
import io.competitoriq.process.rehearsal.Difference.Sides;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds rules that cover a hunk, the most specific first. Pure. A rule is suggested only if it
/// really covers the hunk; a place that holds prices or much of the page is never suggested.
final class Suggesting {

  private static final double MUCH = 0.25;
  private static final int FEW = 3;

  private final VersionPair pair;
  private final Optional<Content> before;
  private final Optional<Content> after;
  private final Difference difference;

  private Suggesting(
      VersionPair pair, Optional<Content> before, Optional<Content> after, Difference difference) {
    this.pair = pair;
    this.before = before;
    this.after = after;
    this.difference = difference;
  }

  static List<Suggestion> of(
      VersionPair pair, HunkRef hunk, Optional<Content> before, Optional<Content> after) {
    return new Suggesting(pair, before, after, Difference.of(pair, hunk)).all();
  }

  private List<Suggestion> all() {
    Sides sides = difference.first();
    List<Suggestion> found = new ArrayList<>();
    Wordings.numbersMasked(sides)
        .flatMap(text -> fitting(RuleKind.REGEX, text, "Only its numbers differ."))
        .ifPresent(found::add);
    Wordings.sharedText(sides)
        .flatMap(text -> fitting(RuleKind.TEXT, text, "Every version of it says this."))
        .ifPresent(found::add);
    places(sides).stream()
        .flatMap(place -> fitting(RuleKind.SELECTOR, place, "It stands at this place.").stream())
        .findFirst()
        .ifPresent(found::add);
    return found.stream().sorted(Comparator.comparing(Suggestion::blocks)).toList();
  }

  private List<String> places(Sides sides) {
    if (sides.after() != null && after.isPresent()) {
      return Places.of(after.get(), sides.after().id());
    }
    return sides.before() != null && before.isPresent()
        ? Places.of(before.get(), sides.before().id())
        : List.of();
  }

  private Optional<Suggestion> fitting(RuleKind kind, String pattern, String why) {
    if (!IgnoreRule.isValid(kind, pattern)) {
      return Optional.empty();
    }
    Ignoring rule = rule(kind, pattern);
    List<Block> covered =
        pair.to().blocks().stream()
            .filter(block -> rule.covering(null, block).isPresent())
            .toList();
    boolean much = covered.size() > Math.max(FEW, MUCH * pair.to().blocks().size());
    boolean costs = covered.stream().anyMatch(block -> block.kind() == BlockKind.PRICE);
    return much || costs || !difference.isCoveredBy(rule)
        ? Optional.empty()
        : Optional.of(new Suggestion(kind, pattern, why, covered.size()));
  }

  private Ignoring rule(RuleKind kind, String pattern) {
    Ignoring rule = Ignoring.of(List.of(IgnoreRule.tried(kind, pattern)));
    Ignoring old = before.map(rule::before).orElse(rule);
    return after.map(old::after).orElse(old);
  }
}
