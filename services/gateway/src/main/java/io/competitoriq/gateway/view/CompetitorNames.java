package io.competitoriq.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Puts the competitor's name beside its id on each signal.
@ApplicationScoped
class CompetitorNames {

  static final String PART = "competitors";

  private static final int PAGE = 200;
  private static final int AT_ONCE = 4;

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

  /// One page of the list names them nearly always; what it lacks (archived ones, or more than a
  /// page of competitors) is asked for one by one.
  private Uni<JsonNode> names(String bearer, Set<String> wanted) {
    return competitors
        .competitors(bearer, PAGE)
        .map(CompetitorNames::namesIn)
        .chain(names -> addMissing(bearer, wanted, names));
  }

  private Uni<JsonNode> addMissing(String bearer, Set<String> wanted, ObjectNode names) {
    List<UUID> missing =
        wanted.stream().filter(id -> !names.has(id)).map(UUID::fromString).toList();
    if (missing.isEmpty()) {
      return Uni.createFrom().item(names);
    }
    return Uni.join()
        .all(missing.stream().map(id -> one(bearer, id)).toList())
        .usingConcurrencyOf(AT_ONCE)
        .andFailFast()
        .invoke(found -> found.forEach(competitor -> addName(names, competitor)))
        .replaceWith(names);
  }

  private Uni<JsonNode> one(String bearer, UUID id) {
    return competitors
        .competitor(bearer, id)
        .onFailure()
        .recoverWithItem(JsonNodeFactory.instance.nullNode());
  }

  private static ObjectNode namesIn(JsonNode page) {
    ObjectNode names = JsonNodeFactory.instance.objectNode();
    Parts.items(page).forEach(competitor -> addName(names, competitor));
    return names;
  }

  private static void addName(ObjectNode names, JsonNode competitor) {
    if (competitor.hasNonNull("id") && competitor.hasNonNull("name")) {
      names.set(competitor.path("id").asText(), competitor.path("name"));
    }
  }
}
