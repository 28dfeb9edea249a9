package io.competitoriq.analysis.pack;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.analysis.signal.SignalView;
import java.util.UUID;

/// What a pack is about, known before its first byte goes out.
///
/// @param before the earlier snapshot as crawl describes it
/// @param after the later one
record Case(SignalView signal, JsonNode change, JsonNode before, JsonNode after) {

  UUID documentBefore() {
    return UUID.fromString(change.path("fromDocumentId").asText());
  }

  UUID documentAfter() {
    return UUID.fromString(change.path("toDocumentId").asText());
  }
}
