package io.competitoriq.crawl.collector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// JSON written the same way whenever it means the same: fields by name, numbers without idle
/// zeros, one field per line. An unchanged answer has the same bytes and so the same hash. Pure.
public final class CanonicalJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter()
                  .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                  .withArrayIndenter(new DefaultIndenter("  ", "\n")))
          .build();

  private CanonicalJson() {}

  /// @throws IOException when it is not JSON
  public static JsonNode read(byte[] body) throws IOException {
    return MAPPER.readTree(body);
  }

  public static JsonNode of(Object value) {
    return MAPPER.valueToTree(value);
  }

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static byte[] bytes(JsonNode node) {
    try {
      return (MAPPER.writeValueAsString(sorted(node)) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// The same values with every object's fields by name.
  public static JsonNode sorted(JsonNode node) {
    if (node.isObject()) {
      TreeMap<String, JsonNode> fields = new TreeMap<>();
      node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
      ObjectNode object = object();
      fields.forEach(object::set);
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> array.add(sorted(item)));
      return array;
    }
    return node.isNumber() ? plain(node.decimalValue()) : node;
  }

  /// Items in an order that does not depend on who was faster: by their key, then by all they say.
  /// Items that say the same are one.
  public static List<JsonNode> ordered(List<JsonNode> items, String keyPath) {
    record Item(String key, String text, JsonNode node) {}
    List<Item> keyed = new ArrayList<>();
    for (JsonNode node : items) {
      JsonNode sorted = sorted(node);
      String key = JsonPath.parse(keyPath).first(node).map(JsonNode::asText).orElse("");
      keyed.add(new Item(key, sorted.toString(), sorted));
    }
    keyed.sort(Comparator.comparing(Item::key).thenComparing(Item::text));
    List<JsonNode> ordered = new ArrayList<>();
    String last = "";
    for (Item item : keyed) {
      if (!item.text().equals(last)) {
        ordered.add(item.node());
      }
      last = item.text();
    }
    return ordered;
  }

  private static JsonNode plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return DecimalNode.valueOf(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
  }
}
