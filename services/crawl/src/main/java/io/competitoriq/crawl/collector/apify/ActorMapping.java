package io.competitoriq.crawl.collector.apify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.crawl.collector.CanonicalJson;
import io.competitoriq.crawl.collector.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What is kept of an actor's items: the fields named by paths, or the whole item without what
/// changes on every run. Pure.
///
/// @param key path of what names an item; items are put in its order
/// @param fields our field to the path it comes from; empty: the item as it is
/// @param omit paths left out
record ActorMapping(String key, Map<String, String> fields, List<String> omit) {
  static final ActorMapping WHOLE = new ActorMapping("url", Map.of(), List.of());

  ActorMapping {
    fields = Map.copyOf(fields);
    omit = List.copyOf(omit);
  }

  List<JsonNode> apply(List<JsonNode> items) {
    return CanonicalJson.ordered(items.stream().map(this::one).toList(), key);
  }

  private JsonNode one(JsonNode item) {
    JsonNode kept = fields.isEmpty() ? item.deepCopy() : picked(item);
    omit.forEach(path -> JsonPath.parse(path).remove(kept));
    return kept;
  }

  private ObjectNode picked(JsonNode item) {
    ObjectNode kept = CanonicalJson.object();
    fields.forEach(
        (name, path) -> JsonPath.parse(path).first(item).ifPresent(node -> kept.set(name, node)));
    return kept;
  }

  /// What is wrong with the paths, as sentences.
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    List<String> paths = new ArrayList<>(fields.values());
    paths.add(key);
    paths.addAll(omit);
    for (String path : paths) {
      try {
        JsonPath.parse(path);
      } catch (IllegalArgumentException wrong) {
        problems.add("mapping: " + wrong.getMessage());
      }
    }
    return problems;
  }
}
