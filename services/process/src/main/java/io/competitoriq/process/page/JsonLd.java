package io.competitoriq.process.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The JSON-LD of a page as a flat list of nodes; graphs and nested nodes are unfolded, broken
/// scripts left out.
public record JsonLd(List<JsonNode> nodes) {

  private static final int MOST_NODES = 2000;
  private static final int DEEPEST = 12;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  public JsonLd {
    nodes = List.copyOf(nodes);
  }

  static JsonLd of(Document page) {
    List<JsonNode> nodes = new ArrayList<>();
    for (Element script : page.select("script[type*=ld+json]")) {
      try {
        unfold(JSON.readTree(script.data()), nodes, 0);
      } catch (JsonProcessingException broken) {
        // A site's broken markup is no failure of ours: the visible page is read all the same.
        continue;
      }
    }
    return new JsonLd(nodes);
  }

  private static void unfold(JsonNode node, List<JsonNode> nodes, int depth) {
    if (depth > DEEPEST || nodes.size() >= MOST_NODES) {
      return;
    }
    if (node.isObject() && (node.has("@type") || node.has("@graph"))) {
      nodes.add(node);
    }
    node.forEach(child -> unfold(child, nodes, depth + 1));
  }

  /// Nodes of a schema.org type, in document order.
  public List<JsonNode> ofType(String... types) {
    List<String> wanted = List.of(types);
    return nodes.stream().filter(node -> isOf(node.path("@type"), wanted)).toList();
  }

  private static boolean isOf(JsonNode type, List<String> wanted) {
    if (type.isArray()) {
      for (JsonNode each : type) {
        if (isOf(each, wanted)) {
          return true;
        }
      }
      return false;
    }
    return wanted.contains(type.asText("").replaceFirst("^https?://schema\\.org/", ""));
  }
}
