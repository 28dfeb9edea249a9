package io.competitoriq.process.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.ContentReader;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Lays JSON out as a page: a heading for each thing in a list, a line for each of its values. The
/// order of an object's keys means nothing in JSON, so they are put in one order.
final class JsonContent {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> NAMES =
      List.of("title", "name", "headline", "label", "query", "url", "link", "id");
  private static final int DEEPEST = 8;
  private static final int MOST_ITEMS = 2000;
  private static final int LONGEST_VALUE = 2000;

  private JsonContent() {}

  /// @param title what the JSON calls itself, if it does
  record Titled(Optional<String> title, JsonNode root, Content content) {}

  /// @throws IllegalArgumentException when the text is no JSON
  static Titled of(String text) {
    JsonNode root = parse(text);
    Document page = Jsoup.parse("");
    lay(root, "", page.body(), 0);
    return new Titled(
        Optional.ofNullable(root.path("title").textValue()).filter(it -> !it.isBlank()),
        root,
        ContentReader.readWhole(page, _ -> false));
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("no JSON: " + broken.getOriginalMessage(), broken);
    }
  }

  private static void lay(JsonNode node, String key, Element under, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    switch (node.getNodeType()) {
      case OBJECT -> fields(node, key, under, depth);
      case ARRAY -> items(node, key, under, depth);
      case STRING, NUMBER, BOOLEAN -> line(key, node.asText(), under);
      case NULL, MISSING, BINARY, POJO -> {}
    }
  }

  private static void fields(JsonNode object, String key, Element under, int depth) {
    object.properties().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .forEach(field -> lay(field.getValue(), join(key, field.getKey()), under, depth + 1));
  }

  private static String join(String key, String name) {
    return key.isEmpty() ? name : key + "." + name;
  }

  private static void items(JsonNode array, String key, Element under, int depth) {
    boolean values = array.size() > 0 && !array.get(0).isContainerNode();
    if (values) {
      line(key, joined(array), under);
      return;
    }
    StreamSupport.stream(array.spliterator(), false)
        .limit(MOST_ITEMS)
        .forEach(item -> item(item, under, depth));
  }

  private static String joined(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }

  private static void item(JsonNode item, Element under, int depth) {
    Element article = under.appendElement("article");
    name(item).ifPresent(name -> article.appendElement("h2").text(name));
    lay(item, "", article, depth + 1);
  }

  private static Optional<String> name(JsonNode item) {
    return NAMES.stream()
        .map(name -> item.path(name).asText(""))
        .filter(name -> !name.isBlank())
        .findFirst();
  }

  private static void line(String key, String value, Element under) {
    if (!value.isBlank()) {
      String cut = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
      under.appendElement("p").text(key.isEmpty() ? cut : key + ": " + cut);
    }
  }
}
