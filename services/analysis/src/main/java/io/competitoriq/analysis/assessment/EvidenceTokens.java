package io.competitoriq.analysis.assessment;

import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The short names (E1, E2, ...) under which evidence is shown to a model. An id the model makes up
/// names nothing.
final class EvidenceTokens {

  private final Map<UUID, String> names = new LinkedHashMap<>();
  private final Map<String, Evidence> sent = new LinkedHashMap<>();
  private final Map<String, List<String>> before = new HashMap<>();
  private final Map<String, List<String>> after = new HashMap<>();

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

  /// Adds what may be quoted by who cites that evidence, because the change it stands for says so.
  void remember(String name, List<String> wordsBefore, List<String> wordsAfter) {
    before.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(wordsBefore);
    after.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(wordsAfter);
  }

  /// Words of one side that the named evidence stands for.
  Stream<String> words(Collection<String> cited, Side side) {
    Map<String, List<String>> of = side == Side.BEFORE ? before : after;
    return cited.stream().flatMap(name -> of.getOrDefault(name, List.of()).stream());
  }
}
