package io.competitoriq.process.content;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/// A block together with the element it was read from, for readers of facts that need the structure
/// around it. Never stored.
public record SourcedBlock(Block block, Element element) {

  private static final int TIMES = 4;
  private static final int SLACK = 1_000;

  /// Whether the element holds much more than the block, as in damaged pages.
  public boolean holdsMore() {
    return Extent.exceeds(element, TIMES * block.text().length() + SLACK);
  }

  /// The texts the block is made of; none where its element holds much more.
  public List<TextNode> texts() {
    return holdsMore() ? List.of() : element.nodeStream(TextNode.class).toList();
  }
}
