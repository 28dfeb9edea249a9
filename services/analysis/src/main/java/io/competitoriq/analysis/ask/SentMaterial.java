package io.competitoriq.analysis.ask;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The untrusted part of what a model is asked: the question and what was found, as one JSON
/// document between two marks that the document itself cannot contain. Bounded; what does not fit
/// is counted.
///
/// @param text what is sent
/// @param sources what was sent, by the id it has there
record SentMaterial(String text, Map<String, Piece> sources) {

  private static final String OPEN = "<crawled-data>\n";
  private static final String CLOSE = "\n</crawled-data>";

  /// @param previous the question before in the conversation
  /// @param maxChars most characters of `text`
  static SentMaterial of(
      Reading reading, @Nullable String previous, Material material, int maxChars) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    ObjectNode document = json.objectNode();
    document.put("question", reading.question());
    document.put("previous", previous);
    ArrayNode sources = document.putArray("sources");
    document.put("sources_left_out", material.pieces().size());
    int used = escaped(document).length() + OPEN.length() + CLOSE.length();
    Map<String, Piece> sent = new LinkedHashMap<>();
    for (Piece piece : material.pieces()) {
      String id = "S" + (sent.size() + 1);
      ObjectNode node = node(id, piece);
      int size = escaped(node).length() + 1;
      if (used + size <= maxChars) {
        used += size;
        sources.add(node);
        sent.put(id, piece);
      }
    }
    document.put("sources_left_out", material.pieces().size() - sent.size());
    return new SentMaterial(OPEN + escaped(document) + CLOSE, sent);
  }

  Optional<Piece> named(String id) {
    return Optional.ofNullable(sources.get(id));
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

  private static ObjectNode node(String id, Piece piece) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    Citation first = piece.citations().getFirst();
    node.put("id", id).put("competitor", first.competitor()).put("kind", piece.kind().name());
    node.put("page", first.title() == null ? first.url() : first.title());
    node.put("day", piece.at().atOffset(ZoneOffset.UTC).toLocalDate().toString());
    node.put("text", piece.text());
    ArrayNode quotes = node.putArray("quotes");
    piece.citations().forEach(citation -> quotes.add(citation.quote()));
    return node;
  }

  /// In JSON, angle brackets stand inside strings only; escaped there, no crawled text can write
  /// the closing mark.
  private static String escaped(ObjectNode node) {
    return node.toString().replace("<", "\\u003c").replace(">", "\\u003e");
  }
}
