package io.competitoriq.analysis.proposal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.analysis.battlecard.Block;
import io.competitoriq.analysis.battlecard.BlockKind;
import io.competitoriq.analysis.battlecard.Citation;
import io.competitoriq.analysis.factbook.CurrentFact;
import io.competitoriq.analysis.signal.SignalView;
import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.FactKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The untrusted part of a question: the section as it is, signals and facts, as one JSON document
/// between two marks that the document itself cannot contain. Bounded; what does not fit is left
/// out, oldest first.
///
/// @param text what is sent
/// @param blocks the section's prose by the name it was sent under
/// @param evidence what may be cited, by the name it was sent under
record SentMaterial(String text, Map<String, Block> blocks, Map<String, Citation> evidence) {

  private static final String OPEN = "<crawled-data>\n";
  private static final String CLOSE = "\n</crawled-data>";

  /// @param maxChars most characters of `text`
  static SentMaterial of(Material material, int maxChars) {
    return new Writer(material, maxChars - OPEN.length() - CLOSE.length()).write();
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

  private static final class Writer {

    private final Material material;
    private final int budget;
    private final Map<String, Block> blocks = new LinkedHashMap<>();
    private final Map<String, Citation> evidence = new LinkedHashMap<>();
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private int used;

    private Writer(Material material, int budget) {
      this.material = material;
      this.budget = budget;
    }

    private SentMaterial write() {
      document
          .putObject("section")
          .put("kind", material.section().kind().name())
          .put("title", material.section().title());
      ArrayNode said = document.putArray("blocks");
      ArrayNode signals = document.putArray("signals");
      ArrayNode facts = document.putArray("facts");
      used = escaped(document).length();
      material.section().blocks().stream()
          .filter(block -> block.kind() == BlockKind.PROSE)
          .forEach(block -> add(said, block));
      material.signals().forEach(signal -> add(signals, signal));
      // Openings and posts come by the dozen; those that matter are signals.
      material.facts().stream()
          .filter(fact -> fact.kind() != FactKind.JOB_OPENING && fact.kind() != FactKind.POST)
          .forEach(fact -> add(facts, fact));
      return new SentMaterial(OPEN + escaped(document) + CLOSE, blocks, evidence);
    }

    private void add(ArrayNode said, Block block) {
      String name = "B" + (blocks.size() + 1);
      ObjectNode node =
          JsonNodeFactory.instance.objectNode().put("id", name).put("text", block.text());
      if (fits(node)) {
        blocks.put(name, block);
        said.add(node);
      }
    }

    private void add(ArrayNode signals, SignalView signal) {
      ObjectNode node =
          JsonNodeFactory.instance
              .objectNode()
              .put("headline", signal.headline())
              .put("category", signal.category().name())
              .put("observed_at", signal.occurredAt().toString());
      addWith(signals, node, verified(signal.evidence()), null, signal.id());
    }

    private void add(ArrayNode facts, CurrentFact fact) {
      ObjectNode node =
          JsonNodeFactory.instance
              .objectNode()
              .put("kind", fact.kind().name())
              .put("subject", fact.subject())
              .put("field", fact.field())
              .put("value", fact.value().text());
      addWith(facts, node, verified(List.of(fact.evidence())), fact.lineageId(), null);
    }

    private void addWith(
        ArrayNode to,
        ObjectNode node,
        List<Evidence> pieces,
        @Nullable UUID lineageId,
        @Nullable UUID signalId) {
      ArrayNode cited = node.putArray("evidence");
      int first = evidence.size() + 1;
      for (int i = 0; i < pieces.size(); i++) {
        Evidence piece = pieces.get(i);
        cited
            .addObject()
            .put("id", "E" + (first + i))
            .put("side", piece.side().name())
            .put("quote", piece.quote());
      }
      if (pieces.isEmpty() || !fits(node)) {
        return;
      }
      for (int i = 0; i < pieces.size(); i++) {
        evidence.put("E" + (first + i), Citation.of(pieces.get(i), lineageId, signalId));
      }
      to.add(node);
    }

    private static List<Evidence> verified(List<Evidence> pieces) {
      return pieces.stream().filter(Evidence::verified).limit(6).toList();
    }

    private boolean fits(ObjectNode node) {
      int size = escaped(node).length() + 1;
      if (used + size > budget) {
        return false;
      }
      used += size;
      return true;
    }

    /// In JSON, angle brackets stand inside strings only; escaped there, no crawled text can write
    /// the closing mark.
    private static String escaped(ObjectNode node) {
      return node.toString().replace("<", "\\u003c").replace(">", "\\u003e");
    }
  }
}
