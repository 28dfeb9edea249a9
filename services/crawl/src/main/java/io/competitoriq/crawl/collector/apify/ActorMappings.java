package io.competitoriq.crawl.collector.apify;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.crawl.collector.CanonicalJson;
import io.competitoriq.crawl.collector.Options;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Mappings by actor: the source's own, else the one in `apify-mappings.json`, else the whole item.
@ApplicationScoped
class ActorMappings {
  private static final String FILE = "apify-mappings.json";

  private final Map<String, ActorMapping> byActor = new LinkedHashMap<>();

  ActorMappings() {
    try (InputStream in = ActorMappings.class.getClassLoader().getResourceAsStream(FILE)) {
      if (in != null) {
        CanonicalJson.read(in.readAllBytes())
            .properties()
            .forEach(entry -> byActor.put(entry.getKey(), mapping(entry.getValue())));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(FILE, broken);
    }
  }

  ActorMapping of(String actor, Options given) {
    Map<String, Object> own = given.object("mapping");
    if (own.isEmpty()) {
      return byActor.getOrDefault(actor, ActorMapping.WHOLE);
    }
    JsonNode tree = CanonicalJson.of(own);
    if (!tree.path("fields").isMissingNode() && !tree.path("fields").isObject()
        || !tree.path("omit").isMissingNode() && !tree.path("omit").isArray()) {
      given.wrong("'mapping' wants {key: path, fields: {name: path}, omit: [path]}");
    }
    ActorMapping mapping = mapping(tree);
    mapping.problems().forEach(given::wrong);
    return mapping;
  }

  private static ActorMapping mapping(JsonNode tree) {
    Map<String, String> fields = new LinkedHashMap<>();
    tree.path("fields")
        .properties()
        .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
    List<String> omit = tree.path("omit").valueStream().map(JsonNode::asText).toList();
    return new ActorMapping(tree.path("key").asText("url"), fields, omit);
  }
}
