package io.competitoriq.gateway.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// What somebody sent.
///
/// @param lines of its values by JSON pointer, from 1
record ConfigDocument(JsonNode tree, Map<String, Integer> lines) {

  ConfigDocument {
    lines = Map.copyOf(lines);
  }

  /// Where the value stands, or what would hold it where it is missing.
  int lineOf(String pointer) {
    String at = pointer;
    while (!lines.containsKey(at) && !at.isEmpty()) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return lines.getOrDefault(at, 1);
  }

  Mistake mistake(String pointer, String message) {
    return new Mistake(pointer, lineOf(pointer), message);
  }

  /// Whether it speaks of a section at all; of what it does not speak stays as it is.
  boolean has(String section) {
    return tree.has(section);
  }
}
