package io.competitoriq.process.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/// The text of a page and its blocks in reading order.
///
/// @param text the texts of all blocks, one a line
/// @param mainText what the page is about, one passage a line; also what it says in JSON-LD only
public record Content(String text, List<SourcedBlock> sourced, String mainText) {

  private static final List<String> MACHINES = List.of("JSON-LD");

  public Content {
    sourced = List.copyOf(sourced);
  }

  /// With what the page states for machines only, one line each behind the text. A statement has
  /// the same place in every version by its name.
  ///
  /// @param statements by name, at least one character each
  public Content stating(Map<String, String> statements) {
    StringBuilder whole = new StringBuilder(text);
    List<SourcedBlock> all = new ArrayList<>(sourced);
    BlockIds ids = new BlockIds();
    statements.forEach(
        (name, words) -> {
          int start = whole.append('\n').length();
          whole.append(words);
          RawBlock raw =
              new RawBlock(
                  MACHINES,
                  BlockKind.PARAGRAPH,
                  words,
                  Region.STATED,
                  MACHINES + name,
                  new Element("p"));
          Block block =
              new Block(
                  ids.next(raw),
                  MACHINES,
                  raw.kind(),
                  words,
                  start,
                  whole.length(),
                  raw.region(),
                  ids.slot(raw),
                  false);
          all.add(new SourcedBlock(block, raw.element()));
        });
    return new Content(whole.toString(), all, mainText);
  }

  /// Without what is stated for machines only; the text stays.
  public Content shown() {
    return new Content(
        text,
        sourced.stream().filter(each -> each.block().region() != Region.STATED).toList(),
        mainText);
  }

  public List<Block> blocks() {
    return sourced.stream().map(SourcedBlock::block).toList();
  }
}
