package io.competitoriq.analysis.battlecard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A card in a list.
///
/// @param competitorName as far as it is known here
/// @param state where its draft stands
/// @param published what readers see; null when nothing was published
/// @param version for `If-Match`
public record CardSummary(
    UUID id,
    UUID competitorId,
    @Nullable String competitorName,
    String name,
    String audience,
    UUID ownerId,
    CardState state,
    @Nullable Edition published,
    Instant updatedAt,
    UUID updatedBy,
    long version) {

  /// The published version in short.
  ///
  /// @param overdue whether the day it was to be looked at again has passed (UTC)
  public record Edition(
      int number,
      Instant publishedAt,
      UUID publishedBy,
      @Nullable LocalDate verifyBy,
      boolean overdue,
      Staleness staleness) {}
}
