package io.competitoriq.process.ignore;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Which of the rules that could hold for a source do hold: those of the workspace, of its tags and
/// its own, unless a level says that its rules stand instead of those above.
final class RuleCascade {

  private static final Comparator<IgnoreRule> ORDER =
      Comparator.comparing(IgnoreRule::level).thenComparing(IgnoreRule::id);

  private RuleCascade() {}

  /// @param replacing the levels whose rules replace those above; for tags, when one of them does
  static EffectiveRules of(Collection<IgnoreRule> rules, Collection<RuleLevel> replacing) {
    Set<RuleLevel> replaced = EnumSet.noneOf(RuleLevel.class);
    for (RuleLevel level : replacing) {
      for (RuleLevel above : RuleLevel.values()) {
        if (above.compareTo(level) < 0) {
          replaced.add(above);
        }
      }
    }
    List<IgnoreRule> sorted = rules.stream().sorted(ORDER).toList();
    return new EffectiveRules(
        sorted.stream().filter(rule -> !replaced.contains(rule.level())).toList(),
        sorted.stream().filter(rule -> replaced.contains(rule.level())).toList(),
        replacing.contains(RuleLevel.SOURCE) ? RuleMode.REPLACE : RuleMode.APPEND,
        List.of(),
        List.of());
  }
}
