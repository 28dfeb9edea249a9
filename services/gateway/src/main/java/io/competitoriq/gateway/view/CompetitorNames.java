package io.competitoriq.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Puts the competitor's name beside its id on each signal.
@ApplicationScoped
class CompetitorNames {

  static final String PART = "competitors";

  private final CompetitorsClient competitors;

  CompetitorNames(@RestClient CompetitorsClient competitors) {
    this.competitors = competitors;
  }

  /// Completes with the names that are known, as `id -> name`.
  Uni<Part> of(String bearer, List<JsonNode> signals) {
    Set<String> wanted = new LinkedHashSet<>();
    signals.forEach(signal -> wanted.add(signal.path("competitorId").asText("")));
    wanted.remove("");
    if (wanted.isEmpty()) {
      return Uni.createFrom().item(new Part.Present(PART, JsonNodeFactory.instance.objectNode()));
    }
    return Part.read(PART, "competitors", names(bearer, wanted));
  }

  /// Adds `competitor: {id, name}`; the name is null while it is not known.
  static void addTo(JsonNode signal, Part names) {
    JsonNode known =
        names instanceof Part.Present present
            ? present.value()
            : JsonNodeFactory.instance.objectNode();
    String id = signal.path("competitorId").asText("");
    if (signal instanceof ObjectNode writable) {
      writable.putObject("competitor").put("id", id).set("name", nameOf(known, id));
    }
  }

  private static JsonNode nameOf(JsonNode known, String id) {
    JsonNode name = known.get(id);
    return name == null ? JsonNodeFactory.instance.nullNode() : name;
  }

  private Uni<JsonNode> names(String bearer, Set<String> wanted) {
    return competitors.names(bearer, List.copyOf(wanted)).map(CompetitorNames::byId);
  }

  private static JsonNode byId(JsonNode list) {
    ObjectNode names = JsonNodeFactory.instance.objectNode();
    list.forEach(each -> names.set(each.path("id").asText(), each.path("name")));
    return names;
  }
}
