package io.competitoriq.process.ignore;

import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.SourcedBlock;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.nodes.Element;

/// Which blocks of one version of a page lie inside what the selectors find.
///
/// @param blocks ids of blocks by id of the rule
record SelectedBlocks(Map<UUID, Set<String>> blocks) {

  static final SelectedBlocks NONE = new SelectedBlocks(Map.of());

  /// @param rules of any kind; only selectors are looked at
  static SelectedBlocks of(List<IgnoreRule> rules, Content content) {
    if (content.sourced().isEmpty()) {
      return NONE;
    }
    Element root = content.sourced().getFirst().element().root();
    Map<UUID, Set<String>> blocks = new HashMap<>();
    for (IgnoreRule rule : rules) {
      if (rule.kind() == RuleKind.SELECTOR) {
        blocks.put(rule.id(), inside(root, rule.pattern(), content.sourced()));
      }
    }
    return new SelectedBlocks(blocks);
  }

  boolean has(IgnoreRule rule, String blockId) {
    return blocks.getOrDefault(rule.id(), Set.of()).contains(blockId);
  }

  private static Set<String> inside(Element root, String selector, List<SourcedBlock> sourced) {
    Set<Element> found = Collections.newSetFromMap(new IdentityHashMap<>());
    found.addAll(root.select(selector));
    Set<String> ids = new HashSet<>();
    for (SourcedBlock each : sourced) {
      for (Element at = each.element(); at != null; at = at.parent()) {
        if (found.contains(at)) {
          ids.add(each.block().id());
          break;
        }
      }
    }
    return ids;
  }
}
