package io.competitoriq.process.rehearsal;

import static java.util.Objects.requireNonNull;

import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.TextChange;
import io.competitoriq.process.change.ChangeView;
import io.competitoriq.process.change.Step;
import io.competitoriq.process.change.VersionPair;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.ignore.Ignoring;
import io.competitoriq.process.rehearsal.Rehearsal.Sample;
import io.competitoriq.process.rehearsal.Rehearsal.SilencedChange;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What rules do to one pair of versions. CPU work.
///
/// @param hunks news without the rules
/// @param hidden what of it they cover
record Replay(int hunks, List<Sample> hidden, List<SilencedChange> changes, List<String> covers) {

  private static final int MOST = 20;
  private static final int LONGEST = 300;

  /// @param pair with the rules that are in force whatever comes
  /// @param rules to be tried, knowing the pair's pages
  /// @param raised changes to the newer version
  static Replay of(VersionPair pair, Ignoring rules, List<ChangeView> raised) {
    // What different extractors read is not compared.
    boolean alike = pair.from().extractorVersion() == pair.to().extractorVersion();
    List<Step> news = alike ? pair.steps().stream().filter(Step::isNews).toList() : List.of();
    List<Sample> hidden =
        news.stream()
            .filter(step -> rules.covering(step.before(), step.after()).isPresent())
            .map(step -> sample(pair, step))
            .toList();
    return new Replay(
        news.size(),
        hidden,
        raised.stream()
            .map(change -> silenced(pair, rules, change))
            .filter(change -> change.silenced() > 0)
            .toList(),
        pair.to().blocks().stream()
            .filter(block -> rules.covering(null, block).isPresent())
            .limit(MOST)
            .map(block -> requireNonNull(cut(block)))
            .toList());
  }

  private static Sample sample(VersionPair pair, Step step) {
    return new Sample(
        pair.from().documentId(),
        pair.to().documentId(),
        pair.to().fetchedAt(),
        requireNonNull(step.kind()),
        step.block().path(),
        cut(step.before()),
        cut(step.after()));
  }

  private static @Nullable String cut(@Nullable Block block) {
    return block == null
        ? null
        : block.text().substring(0, Math.min(block.text().length(), LONGEST));
  }

  private static SilencedChange silenced(VersionPair pair, Ignoring rules, ChangeView change) {
    int silenced =
        (int) change.texts().stream().filter(text -> isCovered(pair, rules, text)).count();
    return new SilencedChange(change.id(), change.detectedAt(), change.texts().size(), silenced);
  }

  private static boolean isCovered(VersionPair pair, Ignoring rules, TextChange text) {
    Set<String> ids = text.evidence().stream().map(Evidence::blockId).collect(Collectors.toSet());
    Block before = text.before() == null ? null : find(pair.from().blocks(), ids);
    Block after = text.after() == null ? null : find(pair.to().blocks(), ids);
    return (before != null || after != null) && rules.covering(before, after).isPresent();
  }

  private static @Nullable Block find(List<Block> blocks, Set<String> ids) {
    return blocks.stream().filter(block -> ids.contains(block.id())).findFirst().orElse(null);
  }
}
