package io.competitoriq.process.fact.people;

import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.Region;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.content.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/// A run of text within one element: a block, or a part of one that is set apart.
record Piece(Block block, Element element, String text) {

  private static final int LONGEST_BLOCK = 300;

  /// Those of the main content, in reading order.
  static List<Piece> of(Content content) {
    List<Piece> pieces = new ArrayList<>();
    for (SourcedBlock sourced : content.sourced()) {
      Block block = sourced.block();
      if (block.region() == Region.MAIN && block.text().length() <= LONGEST_BLOCK) {
        sourced.texts().forEach(text -> add(pieces, block, text));
      }
    }
    return pieces;
  }

  private static void add(List<Piece> pieces, Block block, TextNode text) {
    String words = Texts.collapse(text.getWholeText()).replaceFirst("^[,–—|-]\\s*", "");
    if (!words.isBlank()
        && block.text().contains(words)
        && text.parent() instanceof Element parent) {
      pieces.add(new Piece(block, parent, words));
    }
  }
}
