package io.competitoriq.process.fact.jobs;

import io.competitoriq.process.content.SourcedBlock;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/// Finds the item of a list that belongs to a title: the largest element around it that holds no
/// other title.
final class Items {

  private static final int CLIMB = 8;
  private static final int MOST_BLOCKS = 16;
  private static final Set<String> LISTS =
      Set.of("body", "main", "ul", "ol", "tbody", "table", "html");

  private final Map<Element, Integer> titles = new IdentityHashMap<>();
  private final Map<Element, Integer> blocks = new IdentityHashMap<>();

  Items(List<SourcedBlock> blocks, List<Candidate> candidates) {
    candidates.forEach(candidate -> count(candidate.element(), titles));
    blocks.forEach(block -> count(block.element(), this.blocks));
  }

  private static void count(Element element, Map<Element, Integer> counts) {
    Element at = element;
    for (int level = 0; level < CLIMB + 2 && at != null; level++, at = at.parent()) {
      counts.merge(at, 1, Integer::sum);
    }
  }

  Element around(Candidate candidate) {
    Element item = candidate.element();
    for (int level = 0; level < CLIMB; level++) {
      Element parent = item.parent();
      if (parent == null
          || LISTS.contains(parent.normalName())
          || titles.getOrDefault(parent, 0) > 1
          || blocks.getOrDefault(parent, 0) > MOST_BLOCKS) {
        return item;
      }
      item = parent;
    }
    return item;
  }
}
