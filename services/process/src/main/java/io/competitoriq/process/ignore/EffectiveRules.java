package io.competitoriq.process.ignore;

import java.util.List;

/// The ignore rules of a source and where each comes from.
///
/// @param rules in force, the widest first
/// @param replaced rules from above that do not hold here because a level below stands instead
/// @param mode of the source's own rules
/// @param tags of the source's competitor, as known from its latest snapshot
/// @param replacingTags those of the tags whose rules stand instead of the workspace's
public record EffectiveRules(
    List<IgnoreRule> rules,
    List<IgnoreRule> replaced,
    RuleMode mode,
    List<String> tags,
    List<String> replacingTags) {

  public EffectiveRules {
    rules = List.copyOf(rules);
    replaced = List.copyOf(replaced);
    tags = List.copyOf(tags);
    replacingTags = List.copyOf(replacingTags);
  }

  EffectiveRules ofTags(List<String> known, List<String> replacing) {
    return new EffectiveRules(rules, replaced, mode, known, replacing);
  }
}
