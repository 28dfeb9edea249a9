package io.competitoriq.competitors.discovery;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a discovery has found so far, best suggestion first.
///
/// @param company null until the home page was read
/// @param warnings sentences about what could not be looked at
public record Findings(
    @Nullable Company company, List<Suggestion> suggestions, List<String> warnings) {

  static final Findings NONE = new Findings(null, List.of(), List.of());

  public Findings {
    suggestions = List.copyOf(suggestions);
    warnings = List.copyOf(warnings);
  }

  /// The suggestion with this id.
  public Optional<Suggestion> suggestion(UUID id) {
    return suggestions.stream().filter(suggestion -> suggestion.id().equals(id)).findFirst();
  }
}
