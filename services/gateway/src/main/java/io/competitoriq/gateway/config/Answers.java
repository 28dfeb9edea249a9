package io.competitoriq.gateway.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/// What the services tell of a workspace, as they tell it.
record Answers(Map<Part, List<JsonNode>> rows) {

  Answers {
    rows = Map.copyOf(rows);
  }

  List<JsonNode> of(Part part) {
    return rows.getOrDefault(part, List.of());
  }
}
