package io.competitoriq.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One competitor at a glance, put together from its parts. A pure function of them.
final class CompetitorOverview {

  static final String COMPETITOR = "competitor";
  static final String SOURCES = "sources";
  static final String COUNTS = "counts";
  static final String PLANS = "plans";
  static final String PRICES = "prices";
  static final String POSTS = "posts";
  static final String SIGNALS = "latestSignals";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private CompetitorOverview() {}

  static ObjectNode of(Parts parts) {
    JsonNode competitor = parts.value(COMPETITOR);
    List<JsonNode> sources = parts.items(SOURCES);
    ObjectNode view = JSON.objectNode();
    view.set("competitor", competitor);
    view.set("sources", SourceStates.joined(sources, parts));
    view.set("counts", parts.value(COUNTS));
    view.set("plans", array(parts.items(PLANS)).addAll(parts.items(PRICES)));
    view.set("posts", array(parts.items(POSTS)));
    view.set("latestSignals", withCompetitor(parts.items(SIGNALS), competitor));
    view.set("watchingSince", orNull(competitor.get("createdAt")));
    view.set("nextVisitAt", Parts.json(Parts.earliest(active(sources), "nextVisitAt")));
    view.set("partial", parts.partial());
    return view;
  }

  /// Sources that will be visited again by themselves.
  static List<JsonNode> active(List<JsonNode> sources) {
    return sources.stream().filter(source -> !source.path("paused").asBoolean(false)).toList();
  }

  private static ArrayNode withCompetitor(List<JsonNode> signals, JsonNode competitor) {
    ArrayNode named = JSON.arrayNode();
    for (JsonNode signal : signals) {
      ObjectNode copy = signal.deepCopy();
      copy.putObject("competitor")
          .put("id", signal.path("competitorId").asText(""))
          .set("name", orNull(competitor.get("name")));
      named.add(copy);
    }
    return named;
  }

  private static ArrayNode array(List<JsonNode> items) {
    return JSON.arrayNode().addAll(items);
  }

  private static JsonNode orNull(@Nullable JsonNode node) {
    return node == null ? JSON.nullNode() : node;
  }
}
