package io.competitoriq.process.change;

import io.competitoriq.messages.TextChange;
import io.competitoriq.process.ignore.IgnoreRule;
import io.competitoriq.process.ignore.Ignoring;
import java.util.List;

/// Takes out of the news what the users' ignore rules cover. Comes after the noise: what means
/// nothing to anybody needs no rule.
final class RuleSieve {

  static final String SILENCED = "An ignore rule that was added meanwhile covers it.";

  private RuleSieve() {}

  static List<Step> sift(List<Step> steps, Ignoring rules) {
    return steps.stream().map(step -> sift(step, rules)).toList();
  }

  static Step sift(Step step, Ignoring rules) {
    return step.isNews()
        ? rules
            .covering(step.before(), step.after())
            .map(IgnoreRule::reason)
            .map(step::ignored)
            .orElse(step)
        : step;
  }

  /// What of a waiting change no rule covers.
  static List<Hunk> wanted(List<Hunk> hunks, Ignoring rules) {
    return hunks.stream().filter(hunk -> !isCovered(hunk.text(), rules)).toList();
  }

  private static boolean isCovered(TextChange text, Ignoring rules) {
    return rules.covering(text.before(), text.after()).isPresent()
        || text.evidence().stream().allMatch(seen -> rules.selecting(seen.blockId()).isPresent());
  }
}
