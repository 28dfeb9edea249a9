package io.competitoriq.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts beside each source how it is doing: `health` as crawl tells it, and `condition`, the one
/// state that matters most with its reason and fix, from all that the services know. A pure
/// function of the parts.
final class SourceStates {

  static final String HEALTH = "health";
  static final String DRIFT = "drift";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String STATE = "state";

  /// Sources that are streams of news, so that silence means something.
  private static final Set<String> STREAMS = Set.of("CHANGELOG", "BLOG", "NEWS", "CAREERS");

  private static final Set<String> AT_A_STANDSTILL = Set.of("BLOCKED", "FAILING");

  private final boolean visitsKnown;
  private final Map<String, JsonNode> health;
  private final Map<String, JsonNode> drift;

  private SourceStates(Parts parts) {
    this.visitsKnown = parts.missing(HEALTH).isEmpty();
    this.health = bySource(parts.items(HEALTH));
    this.drift = bySource(parts.items(DRIFT));
  }

  /// @param parts of which [#HEALTH] and [#DRIFT] are read; either may be missing
  static ArrayNode joined(List<JsonNode> sources, Parts parts) {
    SourceStates states = new SourceStates(parts);
    ArrayNode joined = JSON.arrayNode();
    sources.forEach(source -> joined.add(states.joined(source)));
    return joined;
  }

  private ObjectNode joined(JsonNode source) {
    String id = source.path("id").asText();
    JsonNode visits = health.get(id);
    ObjectNode copy = source.deepCopy();
    copy.set("health", visits == null ? JSON.nullNode() : visits);
    copy.set("condition", condition(source, visits, drift.get(id)));
    return copy;
  }

  /// Null while nobody says how its visits went.
  private JsonNode condition(
      JsonNode source, @Nullable JsonNode visits, @Nullable JsonNode drifted) {
    if (source.path("paused").asBoolean(false)) {
      return told("PAUSED", "Its planned visits are paused.", "Resume it to watch it again.");
    }
    if (!visitsKnown) {
      return JSON.nullNode();
    }
    if (visits == null) {
      return told(
          "NEVER_VISITED",
          "It has not been visited yet.",
          "Wait for its first visit, or visit it now.");
    }
    String state = visits.path(STATE).asText();
    if (AT_A_STANDSTILL.contains(state)) {
      return told(state, visits);
    }
    if (drifted != null) {
      return told("DRIFTED", drifted);
    }
    if (isStream(source) && visits.hasNonNull("silence")) {
      return told("SILENT", visits.path("silence"));
    }
    return told(state, visits);
  }

  private static boolean isStream(JsonNode source) {
    return STREAMS.contains(source.path("kind").asText())
        || source.path("collector").asText().equals("FEED");
  }

  private static ObjectNode told(String state, JsonNode by) {
    ObjectNode condition = JSON.objectNode().put(STATE, state);
    condition.set("reason", by.path("reason"));
    condition.set("fix", by.has("fix") ? by.path("fix") : JSON.nullNode());
    return condition;
  }

  private static ObjectNode told(String state, String reason, String fix) {
    return JSON.objectNode().put(STATE, state).put("reason", reason).put("fix", fix);
  }

  private static Map<String, JsonNode> bySource(List<JsonNode> entries) {
    Map<String, JsonNode> bySource = new HashMap<>();
    entries.forEach(entry -> bySource.put(entry.path("sourceId").asText(), entry));
    return bySource;
  }
}
