package io.competitoriq.gateway.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.gateway.config.PlanItem.Act;
import io.competitoriq.gateway.config.PlanItem.Change;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One thing of a plan.
///
/// @param line of the document; null for what it does not list
/// @param wanted what it shall be; empty to archive it
/// @param stored what it is; null for what is made
record Step(
    Part part,
    String key,
    Act act,
    @Nullable Integer line,
    List<Change> changes,
    ObjectNode wanted,
    @Nullable Stored stored) {

  Step {
    changes = List.copyOf(changes);
  }

  static Step archive(Stored stored) {
    return new Step(
        stored.part(),
        stored.key(),
        Act.ARCHIVE,
        null,
        List.of(),
        JsonNodeFactory.instance.objectNode(),
        stored);
  }

  /// What it is with what it shall be laid over.
  ObjectNode whole() {
    ObjectNode whole =
        Optional.ofNullable(stored)
            .map(found -> found.content().deepCopy())
            .orElseGet(JsonNodeFactory.instance::objectNode);
    whole.setAll(wanted);
    return whole;
  }

  /// Only what changes.
  ObjectNode changed() {
    ObjectNode changed = JsonNodeFactory.instance.objectNode();
    changes.forEach(change -> changed.set(change.field(), wanted.path(change.field())));
    return changed;
  }
}
