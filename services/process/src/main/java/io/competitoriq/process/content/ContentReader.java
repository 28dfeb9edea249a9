package io.competitoriq.process.content;

import io.competitoriq.process.maintext.MainText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;

/// Puts the content of a page together: what navigation, footers and overlays say is left out, the
/// rest becomes one text with blocks that know their place in it.
public final class ContentReader {

  private ContentReader() {}

  /// @param asksForMoney whether a short text names a price; such a block is always main content
  public static Content read(Document page, Predicate<String> asksForMoney) {
    return read(page, MainText.of(page), asksForMoney);
  }

  /// The content of what has no furniture around it, such as a feed or a PDF: all of it is main
  /// text.
  public static Content readWhole(Document page, Predicate<String> asksForMoney) {
    return read(page, MainText.whole(page), asksForMoney);
  }

  private static Content read(Document page, MainText main, Predicate<String> asksForMoney) {
    Content content = readBody(page, main, asksForMoney);
    if (!content.text().isBlank()) {
      return content;
    }
    // Pages drawn by scripts often carry their text for crawlers in a noscript element.
    page.select("noscript").unwrap();
    return readBody(page, main, asksForMoney);
  }

  private static Content readBody(Document page, MainText main, Predicate<String> asksForMoney) {
    List<RawBlock> raw =
        MainRegions.rescue(
            RegionRefiner.refine(BlockReader.read(page.body()), asksForMoney),
            block -> main.holds(block.element()));
    return assemble(raw.stream().filter(block -> block.region().isStored()).toList(), main);
  }

  private static Content assemble(List<RawBlock> raw, MainText main) {
    StringBuilder text = new StringBuilder();
    List<SourcedBlock> blocks = new ArrayList<>(raw.size());
    BlockIds ids = new BlockIds();
    for (RawBlock block : raw) {
      if (!text.isEmpty()) {
        text.append('\n');
      }
      int start = text.length();
      text.append(block.text());
      Block built =
          new Block(
              ids.next(block),
              block.path(),
              block.kind(),
              block.text(),
              start,
              text.length(),
              block.region(),
              ids.slot(block),
              block.kind() == BlockKind.PRICE || main.holds(block.element()));
      blocks.add(new SourcedBlock(built, block.element()));
    }
    return new Content(text.toString(), blocks, main.text());
  }
}
