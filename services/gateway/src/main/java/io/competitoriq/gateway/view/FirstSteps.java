package io.competitoriq.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/// What a new workspace does first, and how much of it is done, told from what there is: nobody
/// ticks anything off. A pure function of its parts.
final class FirstSteps {

  static final String WATCHED = "competitors";
  static final String CHANNELS = "channels";
  static final String COUNTS = "counts";
  static final String MODEL = "model";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private FirstSteps() {}

  /// `done` is null where the service that knows did not answer.
  static ObjectNode of(Parts parts, boolean dismissed) {
    ArrayNode steps = JSON.arrayNode();
    steps.add(
        step(
            "ADD_COMPETITOR",
            false,
            parts,
            WATCHED,
            watched -> watched.path("competitors").asLong() > 0));
    steps.add(
        step(
            "CONFIRM_SOURCES",
            false,
            parts,
            WATCHED,
            watched -> watched.hasNonNull("nextVisitAt")));
    steps.add(
        step(
            "CHOOSE_CHANNEL",
            false,
            parts,
            CHANNELS,
            channels -> !Parts.items(channels).isEmpty()));
    steps.add(step("TRIAGE_SIGNAL", false, parts, COUNTS, FirstSteps::triaged));
    steps.add(
        step("CONNECT_MODEL", true, parts, MODEL, model -> model.path("configured").asBoolean()));
    ObjectNode view = JSON.objectNode();
    view.set("steps", steps);
    view.put("dismissed", dismissed);
    view.set("partial", parts.partial());
    return view;
  }

  private static ObjectNode step(
      String name, boolean optional, Parts parts, String part, Predicate<JsonNode> done) {
    ObjectNode step = JSON.objectNode().put("step", name).put("optional", optional);
    Optional<Part.Missing> missing = parts.missing(part);
    return missing.isPresent()
        ? step.putNull("done")
        : step.put("done", done.test(parts.value(part)));
  }

  /// Whatever has left the state in which signals arrive.
  private static boolean triaged(JsonNode counts) {
    return StreamSupport.stream(counts.path("triage").properties().spliterator(), false)
        .anyMatch(state -> !state.getKey().equals("NEW") && state.getValue().asLong() > 0);
  }
}
