package io.competitoriq.analysis.assessment;

import io.competitoriq.messages.Evidence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The short names (E1, E2, ...) under which evidence is shown to a model. An id the model makes up
/// names nothing.
final class EvidenceTokens {

  private final Map<UUID, String> names = new LinkedHashMap<>();
  private final Map<String, Evidence> sent = new LinkedHashMap<>();

  /// The name of the evidence, given at its first use.
  String nameOf(Evidence evidence) {
    String name = names.computeIfAbsent(evidence.id(), _ -> "E" + (names.size() + 1));
    sent.putIfAbsent(name, evidence);
    return name;
  }

  boolean isNamed(Evidence evidence) {
    return names.containsKey(evidence.id());
  }

  Optional<Evidence> named(String name) {
    return Optional.ofNullable(sent.get(name));
  }
}
