package io.competitoriq.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The parts of one view, read at the same time.
record Parts(Map<String, Part> byName) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// Reads all; completes when the last one is there or missing.
  static Uni<Parts> read(List<Uni<Part>> parts) {
    return Uni.join().all(parts).andFailFast().map(Parts::of);
  }

  /// The same where a question has several parts for an answer.
  static Uni<Parts> readAll(List<Uni<List<Part>>> questions) {
    return Uni.join()
        .all(questions)
        .andFailFast()
        .map(answers -> of(answers.stream().flatMap(List::stream).toList()));
  }

  static Parts of(List<Part> parts) {
    Map<String, Part> byName = new LinkedHashMap<>();
    parts.forEach(part -> byName.put(part.name(), part));
    return new Parts(byName);
  }

  Optional<Part.Missing> missing(String name) {
    return byName.get(name) instanceof Part.Missing missing
        ? Optional.of(missing)
        : Optional.empty();
  }

  /// The part, or JSON null when it is missing.
  JsonNode value(String name) {
    return byName.get(name) instanceof Part.Present present ? present.value() : JSON.nullNode();
  }

  /// The items of a part that is a list or a page; none when it is missing.
  List<JsonNode> items(String name) {
    return items(value(name));
  }

  static List<JsonNode> items(JsonNode listOrPage) {
    List<JsonNode> items = new ArrayList<>();
    (listOrPage.isArray() ? listOrPage : listOrPage.path("items")).forEach(items::add);
    return items;
  }

  /// What the reader of the view is told about what is not in it.
  ArrayNode partial() {
    ArrayNode partial = JSON.arrayNode();
    byName.values().stream()
        .filter(Part.Missing.class::isInstance)
        .map(Part.Missing.class::cast)
        .forEach(
            missing ->
                partial.addObject().put("part", missing.name()).put("reason", missing.reason()));
    return partial;
  }

  /// The earliest time in that field of the nodes.
  static Optional<Instant> earliest(List<JsonNode> nodes, String field) {
    return times(nodes, field).min(Comparator.naturalOrder());
  }

  /// The latest time in that field of the nodes.
  static Optional<Instant> latest(List<JsonNode> nodes, String field) {
    return times(nodes, field).max(Comparator.naturalOrder());
  }

  /// A time as JSON: text, or null when there is none.
  static JsonNode json(Optional<Instant> time) {
    return time.<JsonNode>map(at -> JSON.textNode(at.toString())).orElse(JSON.nullNode());
  }

  private static Stream<Instant> times(List<JsonNode> nodes, String field) {
    return nodes.stream()
        .map(node -> node.path(field).asText(""))
        .map(Parts::instant)
        .flatMap(Optional::stream);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeParseException malformed) {
      return Optional.empty();
    }
  }
}
