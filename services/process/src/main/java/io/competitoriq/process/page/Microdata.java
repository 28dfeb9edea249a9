package io.competitoriq.process.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.process.content.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Reads schema.org microdata into the nodes JSON-LD would have, so that one reader serves both.
public final class Microdata {

  private static final int MOST_ITEMS = 1000;
  private static final int DEEPEST = 6;

  private Microdata() {}

  public static JsonLd of(Document page) {
    List<JsonNode> nodes = new ArrayList<>();
    for (Element item : page.select("[itemscope][itemtype*=schema.org]")) {
      if (nodes.size() >= MOST_ITEMS) {
        break;
      }
      nodes.add(item(item, 0));
    }
    return new JsonLd(nodes);
  }

  private static ObjectNode item(Element item, int depth) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("@type", item.attr("itemtype").replaceFirst("^https?://schema\\.org/", ""));
    properties(item, node, depth);
    return node;
  }

  private static void properties(Element under, ObjectNode node, int depth) {
    for (Element child : under.children()) {
      boolean nested = child.hasAttr("itemscope");
      if (child.hasAttr("itemprop")) {
        JsonNode value =
            nested && depth < DEEPEST
                ? item(child, depth + 1)
                : JsonNodeFactory.instance.textNode(value(child));
        for (String name : child.attr("itemprop").strip().split("\\s+")) {
          add(node, name, value);
        }
      }
      if (!nested && depth < DEEPEST * 4) {
        properties(child, node, depth + 1);
      }
    }
  }

  private static void add(ObjectNode node, String name, JsonNode value) {
    JsonNode there = node.get(name);
    if (there == null) {
      node.set(name, value);
    } else if (there instanceof ArrayNode several) {
      several.add(value);
    } else {
      node.set(name, JsonNodeFactory.instance.arrayNode().add(there).add(value));
    }
  }

  private static String value(Element property) {
    for (String attribute : List.of("content", "datetime", "href", "src", "value")) {
      if (property.hasAttr(attribute)) {
        String absolute = property.absUrl(attribute);
        boolean address = attribute.equals("href") || attribute.equals("src");
        return address && !absolute.isEmpty() ? absolute : property.attr(attribute).strip();
      }
    }
    return Texts.collapse(property.text());
  }
}
