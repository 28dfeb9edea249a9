package io.competitoriq.process.content;

import java.util.List;

/// The text of a page and its blocks in reading order.
///
/// @param text the texts of all blocks, one a line
/// @param mainText what the page is about, one passage a line; also what it says in JSON-LD only
public record Content(String text, List<SourcedBlock> sourced, String mainText) {

  public Content {
    sourced = List.copyOf(sourced);
  }

  public List<Block> blocks() {
    return sourced.stream().map(SourcedBlock::block).toList();
  }
}
