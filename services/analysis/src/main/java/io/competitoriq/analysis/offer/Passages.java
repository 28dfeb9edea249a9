package io.competitoriq.analysis.offer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.analysis.offer.DocumentClient.Block;
import io.competitoriq.analysis.offer.DocumentClient.Document;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The untrusted part of a question about offers: a page's passages as one JSON document between
/// two marks that the document itself cannot contain. Bounded; what does not fit is counted.
///
/// @param text what is sent
/// @param count how many passages were sent
record Passages(String text, int count) {

  private static final String OPEN = "<crawled-data>\n";
  private static final String CLOSE = "\n</crawled-data>";

  /// Prices stand in short passages; of a long one its beginning is enough.
  private static final int LONGEST = 600;

  /// @param maxChars most characters of `text`
  static Passages of(Document document, int maxChars) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.putObject("page").put("url", document.url()).put("title", document.title());
    ArrayNode blocks = data.putArray("blocks");
    int used = OPEN.length() + CLOSE.length() + escaped(data).length() + 40;
    int omitted = 0;
    for (Block block : document.blocks()) {
      if (block.region().equals("MAIN")) {
        ObjectNode passage = passage(block);
        int size = escaped(passage).length() + 1;
        if (used + size <= maxChars) {
          used += size;
          blocks.add(passage);
        } else {
          omitted++;
        }
      }
    }
    data.put("blocks_left_out", omitted);
    return new Passages(OPEN + escaped(data) + CLOSE, blocks.size());
  }

  private static ObjectNode passage(Block block) {
    ObjectNode passage = JsonNodeFactory.instance.objectNode();
    ArrayNode path = passage.putArray("under");
    block.path().forEach(path::add);
    String text = block.text();
    return passage.put("text", text.length() <= LONGEST ? text : text.substring(0, LONGEST));
  }

  /// Names the input for the cache: SHA-256 in hexadecimal.
  String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// In JSON, angle brackets stand inside strings only; escaped there, no crawled text can write
  /// the closing mark.
  private static String escaped(ObjectNode node) {
    return node.toString().replace("<", "\\u003c").replace(">", "\\u003e");
  }
}
