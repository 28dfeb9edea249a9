package io.competitoriq.process.content;

import java.util.List;

/// One paragraph, list item, table row ... of a document.
///
/// @param id the same for the same text under the same headings in every version of the page
/// @param path headings above the block, outermost first
/// @param text as the page words it, white space collapsed, at least one character
/// @param start first character in the document's text
/// @param end one past the last
/// @param slot where in the page's structure the block stands; the same for what replaces it there
/// @param main whether it is part of the page's main text; a price always is
public record Block(
    String id,
    List<String> path,
    BlockKind kind,
    String text,
    int start,
    int end,
    Region region,
    String slot,
    boolean main) {

  public Block {
    path = List.copyOf(path);
    if (end - start != text.length() || text.isEmpty()) {
      throw new IllegalArgumentException("offsets must span the text: " + start + ".." + end);
    }
  }
}
