package io.competitoriq.api.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.api.document.ApiDocument;
import java.util.HashSet;
import java.util.Set;

/// The least a schema asks for: required members only, first choices, smallest numbers.
public final class BodySamples {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ApiDocument document;
  private final Names names;

  /// Which id a member or parameter of that name means.
  public interface Names {

    /// What to write for it, itself when the name means no id.
    String meaning(String name);
  }

  public BodySamples(ApiDocument document, Names names) {
    this.document = document;
    this.names = names;
  }

  /// @param name of the member or parameter it is for
  public JsonNode of(String name, JsonNode schema) {
    JsonNode found = document.resolve(schema);
    if (found.has("examples")) {
      return found.get("examples").get(0);
    }
    if (found.has("enum")) {
      return found.get("enum").get(0);
    }
    for (String choice : new String[] {"oneOf", "anyOf"}) {
      for (JsonNode alternative : found.path(choice)) {
        if (!alternative.path("type").asText().equals("null")) {
          return of(name, alternative);
        }
      }
    }
    return switch (type(found)) {
      case "object" -> object(found);
      case "array" -> JSON.arrayNode().add(of(name, found.path("items")));
      case "integer" -> JSON.numberNode(Math.max(1, found.path("minimum").asLong()));
      case "number" -> JSON.numberNode(Math.max(1, found.path("minimum").asDouble()));
      case "boolean" -> JSON.booleanNode(true);
      default -> text(name, found);
    };
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (!one.asText().equals("null")) {
          return one.asText();
        }
      }
    }
    return type.isMissingNode() && schema.has("properties") ? "object" : type.asText();
  }

  private JsonNode object(JsonNode schema) {
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    ObjectNode object = JSON.objectNode();
    for (var property : schema.path("properties").properties()) {
      if (required.contains(property.getKey())) {
        object.set(property.getKey(), of(property.getKey(), property.getValue()));
      }
    }
    return object;
  }

  private JsonNode text(String name, JsonNode schema) {
    return switch (schema.path("format").asText()) {
      case "uuid" -> JSON.textNode(names.meaning(name));
      case "email" -> JSON.textNode("somebody@isolation.invalid");
      case "date-time" -> JSON.textNode("2026-11-01T00:00:00Z");
      case "date" -> JSON.textNode("2026-11-01");
      default -> JSON.textNode("isolation".repeat(1 + schema.path("minLength").asInt() / 9));
    };
  }
}
