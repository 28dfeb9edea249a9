package io.competitoriq.local.market;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Applies the script's edits to a company's document.
final class Edits {

  private static final Pattern RELATIVE_TIME = Pattern.compile("\\{now(?:-(\\d+)d)?}");

  private Edits() {}

  /// Changes the document in place.
  ///
  /// @throws IllegalArgumentException when the path leads nowhere: the script is wrong then
  static void apply(ObjectNode document, Step.Edit edit, Instant now) {
    List<String> path = Arrays.stream(edit.path().substring(1).split("/")).toList();
    JsonNode parent = find(document, path.subList(0, path.size() - 1), edit);
    String last = path.getLast();
    switch (edit.op()) {
      case SET -> object(parent, edit).set(last, value(edit, now));
      case PREPEND -> array(child(parent, last, edit), edit).insert(0, value(edit, now));
      case APPEND -> array(child(parent, last, edit), edit).add(value(edit, now));
      case REMOVE -> array(parent, edit).remove(indexOf(array(parent, edit), last, edit));
    }
  }

  /// Replaces `{now}` and `{now-12d}` below the node by instants.
  static JsonNode resolveTimes(JsonNode node, Instant now) {
    return switch (node) {
      case TextNode text -> resolveTime(text, now);
      case ObjectNode object -> {
        object.properties().forEach(entry -> entry.setValue(resolveTimes(entry.getValue(), now)));
        yield object;
      }
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, resolveTimes(array.get(i), now));
        }
        yield array;
      }
      default -> node;
    };
  }

  private static JsonNode resolveTime(TextNode text, Instant now) {
    Matcher relative = RELATIVE_TIME.matcher(text.textValue());
    if (!relative.matches()) {
      return text;
    }
    String days = Objects.requireNonNullElse(relative.group(1), "0");
    return TextNode.valueOf(now.minus(Duration.ofDays(Long.parseLong(days))).toString());
  }

  private static JsonNode value(Step.Edit edit, Instant now) {
    if (edit.value() == null) {
      throw new IllegalArgumentException(edit + " needs a value");
    }
    return resolveTimes(edit.value().deepCopy(), now);
  }

  private static JsonNode find(JsonNode start, List<String> path, Step.Edit edit) {
    JsonNode node = start;
    for (String segment : path) {
      node = child(node, segment, edit);
    }
    return node;
  }

  private static JsonNode child(JsonNode parent, String segment, Step.Edit edit) {
    if (parent instanceof ArrayNode array) {
      return array.get(indexOf(array, segment, edit));
    }
    JsonNode child = parent.get(segment);
    if (child == null) {
      throw new IllegalArgumentException(edit.path() + ": there is no " + segment);
    }
    return child;
  }

  private static int indexOf(ArrayNode array, String id, Step.Edit edit) {
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i).path("id").asText().equals(id)) {
        return i;
      }
    }
    throw new IllegalArgumentException(edit.path() + ": there is no entry " + id);
  }

  private static ArrayNode array(JsonNode node, Step.Edit edit) {
    if (node instanceof ArrayNode array) {
      return array;
    }
    throw new IllegalArgumentException(edit.path() + " is not a list");
  }

  private static ObjectNode object(JsonNode node, Step.Edit edit) {
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException(edit.path() + " is not a field of an object");
  }
}
