package io.competitoriq.competitors.discovery;

import io.competitoriq.messages.Collector;
import io.competitoriq.messages.SourceKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a discovery has found so far, best suggestion first.
///
/// @param company null until the home page was read
/// @param warnings sentences about what could not be looked at
public record Findings(
    @Nullable Company company, List<Suggestion> suggestions, List<String> warnings) {

  /// Nothing yet, or nothing at all.
  public static final Findings NONE = new Findings(null, List.of(), List.of());

  public Findings {
    suggestions = List.copyOf(suggestions);
    warnings = List.copyOf(warnings);
  }

  /// The suggestion with this id.
  public Optional<Suggestion> suggestion(UUID id) {
    return suggestions.stream().filter(suggestion -> suggestion.id().equals(id)).findFirst();
  }

  /// Those of one kind that are worth watching: the best one; of a kind a company has one of at
  /// each place (stores, review sites, ad libraries) every one.
  ///
  /// @param collectors those that may be used
  public List<Suggestion> choice(SourceKind kind, Predicate<Collector> collectors) {
    List<Suggestion> good =
        suggestions.stream()
            .filter(one -> one.kind() == kind && collectors.test(one.collector()))
            .filter(Suggestion::worthWatching)
            .toList();
    return Find.ONE_PER_PLACE.contains(kind) ? good : good.stream().limit(1).toList();
  }
}
