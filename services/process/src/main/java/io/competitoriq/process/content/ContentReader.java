package io.competitoriq.process.content;

import io.competitoriq.process.maintext.MainText;
import io.competitoriq.process.noise.Volatile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;

/// Puts the content of a page together: what navigation, footers and overlays say is left out, the
/// rest becomes one text with blocks that know their place in it.
public final class ContentReader {

  private static final int SHINGLE_WORDS = 8;
  private static final int ID_BYTES = 8;
  private static final int SLOT_BYTES = 6;

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
    List<RawBlock> raw = RegionRefiner.refine(BlockReader.read(page.body()), asksForMoney);
    return assemble(raw.stream().filter(block -> block.region().isStored()).toList(), main);
  }

  private static Content assemble(List<RawBlock> raw, MainText main) {
    StringBuilder text = new StringBuilder();
    List<SourcedBlock> blocks = new ArrayList<>(raw.size());
    Map<String, Integer> seen = new HashMap<>();
    for (RawBlock block : raw) {
      if (!text.isEmpty()) {
        text.append('\n');
      }
      int start = text.length();
      text.append(block.text());
      String id = id(block);
      int nth = seen.merge(id, 1, Integer::sum);
      Block built =
          new Block(
              nth == 1 ? id : id + "-" + nth,
              block.path(),
              block.kind(),
              block.text(),
              start,
              text.length(),
              block.region(),
              hash(block.slot(), SLOT_BYTES),
              block.kind() == BlockKind.PRICE || main.holds(block.element()));
      blocks.add(new SourcedBlock(built, block.element()));
    }
    return new Content(text.toString(), blocks, main.text());
  }

  private static String id(RawBlock block) {
    String path = block.path().stream().map(Volatile::masked).collect(Collectors.joining("\n"));
    String shingle =
        Arrays.stream(Volatile.masked(block.text()).split(" "))
            .limit(SHINGLE_WORDS)
            .collect(Collectors.joining(" "));
    return hash(path + "\n\n" + shingle, ID_BYTES);
  }

  private static String hash(String text, int bytes) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
