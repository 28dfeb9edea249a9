package io.competitoriq.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// The whole workspace in a few numbers: what explains a quiet inbox. A pure function of its parts.
final class WorkspaceOverview {

  static final String COUNTS = "counts";
  static final String COMPETITORS = "competitors";
  static final String SOURCES = "sources";
  static final String HEALTH = "health";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private WorkspaceOverview() {}

  /// Numbers of missing parts are null, not zero.
  static ObjectNode of(Parts parts) {
    List<JsonNode> health = parts.items(HEALTH);
    List<JsonNode> sources = CompetitorOverview.active(parts.items(SOURCES));
    ObjectNode view = JSON.objectNode();
    view.set("counts", parts.value(COUNTS));
    view.set("nextVisitAt", Parts.json(Parts.earliest(sources, "nextVisitAt")));
    view.set(
        "visits24h",
        parts.missing(HEALTH).isPresent() ? JSON.nullNode() : JSON.numberNode(visits(health)));
    view.set("lastVisitAt", Parts.json(Parts.latest(health, "lastVisitAt")));
    view.set(
        "competitors",
        parts.missing(COMPETITORS).isPresent()
            ? JSON.nullNode()
            : JSON.numberNode(parts.items(COMPETITORS).size()));
    view.set("partial", parts.partial());
    return view;
  }

  private static long visits(List<JsonNode> health) {
    return health.stream().mapToLong(entry -> entry.path("visits24h").asLong(0)).sum();
  }
}
