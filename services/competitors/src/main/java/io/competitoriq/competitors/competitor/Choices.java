package io.competitoriq.competitors.competitor;

import io.competitoriq.competitors.competitor.TrackCompetitor.Choice;
import io.competitoriq.competitors.discovery.Findings;
import io.competitoriq.competitors.discovery.Suggestion;
import io.competitoriq.competitors.source.AddSource;
import io.competitoriq.competitors.source.NewSource;
import io.competitoriq.competitors.source.PageUrl;
import io.competitoriq.http.Problems;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a person chose to watch, brought to one form: suggestions are looked up, addresses checked.
final class Choices {

  private Choices() {}

  /// Fails with 422 `suggestion-not-found`, or 400 when an address or kind is missing or wrong.
  static List<NewSource> resolve(List<Choice> choices, Optional<Findings> findings) {
    return choices.stream().map(choice -> resolve(choice, findings)).toList();
  }

  private static NewSource resolve(Choice choice, Optional<Findings> findings) {
    if (choice.suggestionId() != null) {
      return suggested(choice, choice.suggestionId(), findings);
    }
    if (choice.url() == null || choice.kind() == null) {
      throw Problems.badField(
          "request-invalid", "sources", "Each source needs a suggestionId, or a url and a kind.");
    }
    return new AddSource(
            choice.url(),
            choice.kind(),
            choice.collector(),
            null,
            choice.schedule(),
            choice.rendering(),
            null)
        .checked();
  }

  private static NewSource suggested(Choice choice, UUID id, Optional<Findings> findings) {
    Suggestion suggestion =
        findings
            .flatMap(found -> found.suggestion(id))
            .orElseThrow(
                () ->
                    Problems.unprocessable(
                        "suggestion-not-found",
                        "There is no suggestion " + id + " in the discovery that was named."));
    return new NewSource(
        PageUrl.parse(suggestion.url()),
        choice.kind() == null ? suggestion.kind() : choice.kind(),
        suggestion.collector(),
        suggestion.label(),
        choice.schedule(),
        choice.rendering() == null ? suggestion.rendering() : choice.rendering(),
        suggestion.options());
  }
}
