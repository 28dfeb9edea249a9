package io.competitoriq.gateway.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/// Says a thing of a document in the words of the services: ids for names.
final class Bodies {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<String, String> ids = new HashMap<>();

  Bodies(Workspace workspace) {
    for (Part part : Part.values()) {
      workspace.of(part).forEach(item -> know(part, item.key(), item.id()));
    }
  }

  /// A name that has no id, because what it names could not be made.
  static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Unknown(Part part, String key) {
      super("%s %s is not there.".formatted(part, key), null, false, false);
    }
  }

  void know(Part part, String key, String id) {
    ids.put(part + " " + key, id);
  }

  /// @throws Unknown when there is none
  String idOf(Part part, String key) {
    String id = ids.get(part + " " + key);
    if (id == null) {
      throw new Unknown(part, key);
    }
    return id;
  }

  ObjectNode ignoreRule(ObjectNode content) {
    ObjectNode body = content.deepCopy();
    if (content.has("source")) {
      String key =
          Keys.source(content.path("competitor").asText(), content.path("source").asText());
      body.put("sourceId", idOf(Part.SOURCE, key));
    }
    body.remove("competitor");
    body.remove("source");
    return body;
  }

  ObjectNode alertRule(ObjectNode content) {
    ObjectNode body = content.deepCopy();
    body.put("enabled", content.path("enabled").asBoolean(true));
    ObjectNode condition = (ObjectNode) body.path("condition");
    condition.set("competitorIds", ids(Part.COMPETITOR, condition.remove("competitors")));
    ObjectNode telling = (ObjectNode) body.path("telling");
    telling.set("channelIds", ids(Part.CHANNEL, telling.remove("channels")));
    return body;
  }

  ObjectNode digest(ObjectNode content) {
    ObjectNode body = content.deepCopy();
    body.put("enabled", content.path("enabled").asBoolean(true));
    ObjectNode selection = Forms.selection(content.path("selection"));
    selection.set("competitorIds", ids(Part.COMPETITOR, selection.remove("competitors")));
    body.set("selection", selection);
    body.remove("channels");
    body.set("channelIds", ids(Part.CHANNEL, content.path("channels")));
    body.set("recipients", Forms.sorted(content.path("recipients")));
    return body;
  }

  ObjectNode aiBudget(ObjectNode content) {
    ObjectNode body = JSON.objectNode();
    body.putArray("accounts").add(content);
    return body;
  }

  ObjectNode providerBudget(ObjectNode content) {
    ObjectNode body = content.deepCopy().retain("monthMicros", "sourceMicros");
    ObjectNode sources = body.putObject("sources");
    for (JsonNode named : content.path("sources")) {
      String key = Keys.source(named.path("competitor").asText(), named.path("source").asText());
      sources.set(idOf(Part.SOURCE, key), named.path("monthMicros"));
    }
    return body;
  }

  ObjectNode view(ObjectNode content) {
    ObjectNode body = content.deepCopy();
    ObjectNode query = (ObjectNode) body.path("query");
    JsonNode competitor = query.remove("competitor");
    if (competitor != null) {
      query.put("competitorId", idOf(Part.COMPETITOR, competitor.asText()));
    }
    return body;
  }

  ObjectNode company(ObjectNode content) {
    ObjectNode body = content.deepCopy();
    ArrayNode relations = JSON.arrayNode();
    for (JsonNode relation : content.path("relations")) {
      ObjectNode named = relation.deepCopy();
      named.put("competitorId", idOf(Part.COMPETITOR, named.remove("competitor").asText()));
      relations.add(named);
    }
    body.set("relations", relations);
    return body;
  }

  private ArrayNode ids(Part part, JsonNode names) {
    ArrayNode found = JSON.arrayNode();
    names.forEach(name -> found.add(idOf(part, name.asText())));
    return found;
  }
}
