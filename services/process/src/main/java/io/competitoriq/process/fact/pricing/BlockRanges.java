package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.SourcedBlock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/// Which blocks stand inside which element. Blocks come in reading order, so each element holds one
/// unbroken range of them.
final class BlockRanges {

  private static final Range NOTHING = new Range(0, -1);

  private final Map<Element, Range> ranges = new HashMap<>();

  BlockRanges(List<SourcedBlock> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      for (Element at = blocks.get(i).element(); at != null; at = at.parent()) {
        ranges.merge(at, new Range(i, i), (a, b) -> new Range(a.first(), b.last()));
      }
    }
  }

  Range of(Element element) {
    return ranges.getOrDefault(element, NOTHING);
  }

  /// Indices from first to last, both included; empty when last is before first.
  record Range(int first, int last) {
    int size() {
      return last - first + 1;
    }

    boolean contains(int index) {
      return index >= first && index <= last;
    }
  }
}
