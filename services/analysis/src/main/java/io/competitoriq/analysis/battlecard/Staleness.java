package io.competitoriq.analysis.battlecard;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far the published version of a card has aged.
///
/// @param changedFacts how many facts behind it are no longer what they were
/// @param since when it was published
/// @param facts which, where they were asked for
/// @param checkedAt when that was computed; null when it never was
public record Staleness(
    int changedFacts, Instant since, List<FactMove> facts, @Nullable Instant checkedAt) {

  /// What was computed last, without the facts; of another version it says nothing.
  static Staleness last(BattlecardVersion version, StalenessRows.@Nullable Kept kept) {
    return kept == null || kept.number() != version.number
        ? new Staleness(0, version.publishedAt, List.of(), null)
        : new Staleness(kept.changedFacts(), version.publishedAt, List.of(), kept.checkedAt());
  }
}
