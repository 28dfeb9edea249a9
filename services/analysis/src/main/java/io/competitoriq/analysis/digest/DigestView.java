package io.competitoriq.analysis.digest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A digest as people see it.
///
/// @param nextAt when its next edition comes out; null while paused
/// @param latest its newest edition; null before the first
/// @param version for `If-Match`
public record DigestView(
    UUID id,
    String name,
    Audience audience,
    Selection selection,
    Cadence cadence,
    List<UUID> channelIds,
    List<String> recipients,
    boolean enabled,
    @Nullable Instant nextAt,
    @Nullable EditionHead latest,
    Instant createdAt,
    long version) {

  static DigestView of(Digest row, @Nullable EditionHead latest) {
    return new DigestView(
        row.id,
        row.name,
        row.audience,
        row.selection,
        row.cadence,
        List.of(row.channelIds),
        List.of(row.recipients),
        row.enabled,
        row.nextAt,
        latest,
        row.createdAt,
        row.version);
  }
}
