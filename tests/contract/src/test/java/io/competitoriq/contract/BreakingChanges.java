package io.competitoriq.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What of a released API document a later one takes back. A client written for the first must not
/// notice the second: what it sends is still taken, what it reads is still there.
final class BreakingChanges {

  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  private final JsonNode released;
  private final JsonNode current;
  private final List<String> found = new ArrayList<>();
  private final Set<String> compared = new HashSet<>();

  private BreakingChanges(JsonNode released, JsonNode current) {
    this.released = released;
    this.current = current;
  }

  /// @param today an operation whose `x-sunset` is before it may be gone, ISO 8601
  static List<String> between(JsonNode released, JsonNode current, String today) {
    var changes = new BreakingChanges(released, current);
    for (var path : released.get("paths").properties()) {
      for (String method : METHODS) {
        JsonNode before = path.getValue().path(method);
        if (!before.isMissingNode() && !sunk(before, today)) {
          JsonNode item = current.get("paths").path(path.getKey());
          changes.operation(method + " " + path.getKey(), path.getValue(), before, item, method);
        }
      }
    }
    return changes.found;
  }

  private static boolean sunk(JsonNode operation, String today) {
    String sunset = operation.path("x-sunset").asText();
    return operation.path("deprecated").asBoolean()
        && !sunset.isEmpty()
        && sunset.compareTo(today) < 0;
  }

  private void operation(
      String name, JsonNode itemBefore, JsonNode before, JsonNode item, String method) {
    JsonNode now = item.path(method);
    if (now.isMissingNode()) {
      found.add(name + ": removed");
      return;
    }
    parameters(name, parameters(released, itemBefore, before), parameters(current, item, now));
    requestBody(name, before.path("requestBody"), now.path("requestBody"));
    for (var response : before.path("responses").properties()) {
      String place = name + " " + response.getKey();
      JsonNode answer = now.path("responses").path(response.getKey());
      if (answer.isMissingNode()) {
        found.add(place + ": answer removed");
      } else {
        JsonNode was = resolve(released, response.getValue());
        answer(place, was.path("content"), resolve(current, answer).path("content"));
      }
    }
  }

  private static Map<String, JsonNode> parameters(
      JsonNode document, JsonNode item, JsonNode operation) {
    Map<String, JsonNode> parameters = new LinkedHashMap<>();
    for (JsonNode list : List.of(item.path("parameters"), operation.path("parameters"))) {
      for (JsonNode one : list) {
        JsonNode parameter = resolve(document, one);
        parameters.put(
            parameter.path("in").asText() + " " + parameter.path("name").asText(), parameter);
      }
    }
    return parameters;
  }

  private void parameters(String name, Map<String, JsonNode> before, Map<String, JsonNode> now) {
    before.forEach(
        (key, parameter) -> {
          JsonNode kept = now.get(key);
          if (kept == null) {
            found.add(name + ": parameter " + key + " removed");
          } else {
            schema(name + " " + key, parameter.path("schema"), kept.path("schema"), true);
          }
        });
    now.forEach(
        (key, parameter) -> {
          JsonNode was = before.get(key);
          boolean wasRequired = was != null && was.path("required").asBoolean();
          if (parameter.path("required").asBoolean() && !wasRequired) {
            found.add(name + ": parameter " + key + " is required now");
          }
        });
  }

  private void requestBody(String name, JsonNode before, JsonNode now) {
    if (now.path("required").asBoolean() && !before.path("required").asBoolean()) {
      found.add(name + ": a body is required now");
    }
    for (var type : before.path("content").properties()) {
      JsonNode kept = now.path("content").path(type.getKey());
      if (kept.isMissingNode()) {
        found.add(name + ": takes no " + type.getKey() + " any more");
      } else {
        schema(name + " body", type.getValue().path("schema"), kept.path("schema"), true);
      }
    }
  }

  private void answer(String place, JsonNode before, JsonNode now) {
    for (var type : before.properties()) {
      JsonNode kept = now.path(type.getKey());
      if (kept.isMissingNode()) {
        found.add(place + ": answers no " + type.getKey() + " any more");
      } else {
        schema(place, type.getValue().path("schema"), kept.path("schema"), false);
      }
    }
  }

  /// @param sent whether clients send it; else they read it
  private void schema(String place, JsonNode before, JsonNode now, boolean sent) {
    String pair = before.path("$ref").asText() + " " + now.path("$ref").asText() + " " + sent;
    if (before.has("$ref") && !compared.add(pair)) {
      return;
    }
    JsonNode was = resolve(released, before);
    JsonNode is = resolve(current, now);
    types(place, was, is, sent);
    values(place, was, is);
    bounds(place, was, is, sent);
    members(place, was, is, sent);
    if (was.has("items")) {
      schema(place + "[]", was.get("items"), is.path("items"), sent);
    }
  }

  /// What is sent may be of more types than before, what is read of fewer.
  private void types(String place, JsonNode was, JsonNode is, boolean sent) {
    Set<String> before = types(released, was);
    Set<String> now = types(current, is);
    if (before.isEmpty() || now.isEmpty()) {
      return;
    }
    Set<String> wider = sent ? now : before;
    Set<String> narrower = sent ? before : now;
    boolean number = wider.contains("number");
    for (String type : narrower) {
      if (!wider.contains(type) && !(number && type.equals("integer"))) {
        found.add(place + ": type " + before + " became " + now);
        return;
      }
    }
  }

  private static Set<String> types(JsonNode document, JsonNode schema) {
    Set<String> types = new TreeSet<>();
    JsonNode type = schema.path("type");
    if (type.isTextual()) {
      types.add(type.asText());
    }
    type.forEach(one -> types.add(one.asText()));
    for (String choice : List.of("oneOf", "anyOf")) {
      schema.path(choice).forEach(one -> types.addAll(types(document, resolve(document, one))));
    }
    return types;
  }

  private void values(String place, JsonNode was, JsonNode is) {
    Set<String> now = new HashSet<>();
    is.path("enum").forEach(value -> now.add(value.asText()));
    for (JsonNode value : was.path("enum")) {
      if (is.has("enum") && !now.contains(value.asText())) {
        found.add(place + ": value " + value.asText() + " removed");
      }
    }
  }

  private void bounds(String place, JsonNode was, JsonNode is, boolean sent) {
    if (!sent) {
      return;
    }
    for (String most : List.of("maximum", "maxLength", "maxItems")) {
      if (is.has(most) && (!was.has(most) || is.get(most).asDouble() < was.get(most).asDouble())) {
        found.add(place + ": " + most + " is " + is.get(most) + " now");
      }
    }
    for (String least : List.of("minimum", "minLength", "minItems")) {
      if (is.has(least)
          && is.get(least).asDouble() > was.path(least).asDouble(Double.NEGATIVE_INFINITY)) {
        found.add(place + ": " + least + " is " + is.get(least) + " now");
      }
    }
    if (is.has("enum") && !was.has("enum")) {
      found.add(place + ": only some values are taken now");
    }
  }

  private void members(String place, JsonNode was, JsonNode is, boolean sent) {
    Set<String> before = required(was);
    Set<String> now = required(is);
    for (var member : was.path("properties").properties()) {
      String name = member.getKey();
      JsonNode kept = is.path("properties").path(name);
      if (kept.isMissingNode()) {
        found.add(place + "." + name + ": removed");
      } else {
        schema(place + "." + name, member.getValue(), kept, sent);
        if (!sent && before.contains(name) && !now.contains(name)) {
          found.add(place + "." + name + ": not always there any more");
        }
      }
    }
    for (String name : now) {
      if (sent && !before.contains(name)) {
        found.add(place + "." + name + ": required now");
      }
    }
  }

  private static Set<String> required(JsonNode schema) {
    Set<String> names = new TreeSet<>();
    schema.path("required").forEach(name -> names.add(name.asText()));
    return names;
  }

  private static JsonNode resolve(JsonNode document, JsonNode node) {
    JsonNode resolved = node;
    while (resolved.has("$ref")) {
      resolved = document.at(resolved.get("$ref").asText().substring(1));
    }
    if (resolved.path("oneOf").size() == 2) {
      for (JsonNode alternative : resolved.get("oneOf")) {
        if (alternative.has("$ref")) {
          return withNull(resolve(document, alternative));
        }
      }
    }
    return resolved;
  }

  /// `oneOf` a reference and null is that type, or null.
  private static JsonNode withNull(JsonNode schema) {
    if (!schema.isObject() || !schema.path("type").isTextual()) {
      return schema;
    }
    ObjectNode copy = schema.deepCopy();
    copy.putArray("type").add(schema.get("type").asText()).add("null");
    return copy;
  }
}
