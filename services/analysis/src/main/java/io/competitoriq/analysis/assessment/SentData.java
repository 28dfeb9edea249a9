package io.competitoriq.analysis.assessment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.FactValue;
import io.competitoriq.messages.Side;
import io.competitoriq.messages.TextChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The untrusted part of a question: the changes only, never the page, as one JSON document between
/// two marks that the document itself cannot contain. Bounded; what does not fit is counted.
///
/// @param text what is sent
/// @param before words of the earlier version that were sent
/// @param after words of the later version that were sent
/// @param changes how many were sent
record SentData(
    String text, EvidenceTokens tokens, List<String> before, List<String> after, int changes) {

  private static final String OPEN = "<crawled-data>\n";
  private static final String CLOSE = "\n</crawled-data>";

  /// @param maxChars most characters of `text`
  static SentData of(Subject subject, int maxChars) {
    return new Writer(subject, maxChars - OPEN.length() - CLOSE.length()).write();
  }

  private static final class Writer {

    private final Subject subject;
    private final int budget;
    private final EvidenceTokens tokens = new EvidenceTokens();
    private final List<String> before = new ArrayList<>();
    private final List<String> after = new ArrayList<>();
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private int used;
    private int omitted;

    private Writer(Subject subject, int budget) {
      this.subject = subject;
      this.budget = budget;
    }

    private SentData write() {
      ObjectNode page = document.putObject("page");
      page.put("url", subject.url().toString()).put("kind", subject.sourceKind().name());
      page.put("title", subject.pageTitle());
      document.put("observed_at", subject.occurredAt().toString());
      document.put("computed_headline", subject.headline());
      ArrayNode changes = document.putArray("changes");
      document.put("changes_left_out", subject.facts().size() + subject.texts().size());
      used = escaped(document).length();
      subject.facts().forEach(fact -> add(changes, node(fact), fact.evidence()));
      subject.texts().forEach(text -> add(changes, node(text), text.evidence()));
      document.put("changes_left_out", omitted);
      return new SentData(OPEN + escaped(document) + CLOSE, tokens, before, after, changes.size());
    }

    private void add(ArrayNode changes, ObjectNode change, List<Evidence> evidence) {
      // Measured with the longest name a piece of evidence can get, before any name is given.
      int size = escaped(change).length() + 20;
      for (Evidence piece : evidence) {
        size += tokens.isNamed(piece) ? 30 : escaped(quote("E9999", piece)).length() + 1;
      }
      if (used + size > budget) {
        omitted++;
        return;
      }
      used += size;
      remember(change);
      List<String> beforeWords = words(change, evidence, Side.BEFORE);
      List<String> afterWords = words(change, evidence, Side.AFTER);
      ArrayNode cited = change.putArray("evidence");
      for (Evidence piece : evidence) {
        boolean known = tokens.isNamed(piece);
        String name = tokens.nameOf(piece);
        cited.add(
            known ? JsonNodeFactory.instance.objectNode().put("id", name) : quote(name, piece));
        (piece.side() == Side.BEFORE ? before : after).add(piece.quote());
        tokens.remember(name, beforeWords, afterWords);
      }
      changes.add(change);
    }

    /// What may be quoted of one side by who cites this change's evidence.
    private static List<String> words(ObjectNode change, List<Evidence> evidence, Side side) {
      List<String> words = new ArrayList<>();
      String value = change.path(side == Side.BEFORE ? "before" : "after").asText("");
      if (!value.isEmpty()) {
        words.add(value);
      }
      evidence.stream().filter(piece -> piece.side() == side).forEach(p -> words.add(p.quote()));
      return words;
    }

    private void remember(ObjectNode change) {
      if (change.path("before").isTextual()) {
        before.add(change.path("before").asText());
      }
      if (change.path("after").isTextual()) {
        after.add(change.path("after").asText());
      }
    }

    private static ObjectNode node(FactChange fact) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      node.put("change", fact.kind().name()).put("fact", fact.factKind().name());
      node.put("subject", fact.subject()).put("field", fact.field());
      return node.put("before", words(fact.before())).put("after", words(fact.after()));
    }

    private static @Nullable String words(@Nullable FactValue value) {
      return value == null ? null : value.text();
    }

    private static ObjectNode node(TextChange text) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      node.put("change", text.kind().name());
      ArrayNode path = node.putArray("under");
      text.path().forEach(path::add);
      return node.put("before", text.before()).put("after", text.after());
    }

    private static ObjectNode quote(String name, Evidence evidence) {
      return JsonNodeFactory.instance
          .objectNode()
          .put("id", name)
          .put("side", evidence.side().name())
          .put("quote", evidence.quote());
    }

    /// In JSON, angle brackets stand inside strings only; escaped there, no crawled text can write
    /// the closing mark.
    private static String escaped(ObjectNode node) {
      return node.toString().replace("<", "\\u003c").replace(">", "\\u003e");
    }
  }
}
