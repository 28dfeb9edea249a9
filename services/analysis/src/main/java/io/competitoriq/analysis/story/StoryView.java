package io.competitoriq.analysis.story;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A story with what holds it together. Its signals are `GET /signals?storyId=`.
///
/// @param headline of its weightiest signal
/// @param sources how many sources tell of it
/// @param significance of its weightiest signal, 0..100
/// @param apart taken apart by hand: nothing is merged into it by rule
public record StoryView(
    UUID id,
    UUID leadSignalId,
    String headline,
    int signals,
    int sources,
    int significance,
    Instant firstSeenAt,
    Instant lastSeenAt,
    boolean apart,
    List<TieView> ties) {

  /// Why a signal is of the story: what ties it to another of it.
  public record TieView(UUID signalId, UUID otherId, Tie.Reason reason, String detail) {}
}
