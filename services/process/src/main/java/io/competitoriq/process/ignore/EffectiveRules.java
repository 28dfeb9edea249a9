package io.competitoriq.process.ignore;

import java.util.List;

/// The ignore rules of a source and where each comes from.
///
/// @param rules in force, the widest first
/// @param replaced rules from above that do not hold here because a level below stands instead
/// @param mode of the source's own rules
/// @param tags of the source's competitor, as known from its latest snapshot
public record EffectiveRules(
    List<IgnoreRule> rules, List<IgnoreRule> replaced, RuleMode mode, List<String> tags) {

  public EffectiveRules {
    rules = List.copyOf(rules);
    replaced = List.copyOf(replaced);
    tags = List.copyOf(tags);
  }

  EffectiveRules ofTags(List<String> known) {
    return new EffectiveRules(rules, replaced, mode, known);
  }
}
