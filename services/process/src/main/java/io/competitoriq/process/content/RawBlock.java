package io.competitoriq.process.content;

import java.util.List;
import org.jsoup.nodes.Element;

/// A block before the document's text is put together.
record RawBlock(
    List<String> path, BlockKind kind, String text, Region region, String slot, Element element) {

  RawBlock in(Region other) {
    return new RawBlock(path, kind, text, other, slot, element);
  }

  RawBlock as(BlockKind other) {
    return new RawBlock(path, other, text, region, slot, element);
  }
}
