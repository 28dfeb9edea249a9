package io.competitoriq.process.fact.features;

import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.SourcedBlock;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/// Which blocks of a page stand in a row of a grid.
final class RowBlocks {

  private static final int CLIMB = 6;

  private final Map<Element, List<SourcedBlock>> blocks = new IdentityHashMap<>();

  RowBlocks(Content content) {
    for (SourcedBlock each : content.sourced()) {
      Element at = each.element();
      for (int level = 0; level < CLIMB && at != null; level++, at = at.parent()) {
        blocks.computeIfAbsent(at, _ -> new ArrayList<>()).add(each);
      }
    }
  }

  List<SourcedBlock> in(Element row) {
    return blocks.getOrDefault(row, List.of());
  }
}
