package io.competitoriq.analysis.battlecard;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A draft as those who write it see it.
///
/// @param publishedNumber the version readers see; null when there is none
/// @param version for `If-Match`
public record DraftView(
    UUID id,
    UUID competitorId,
    String name,
    String audience,
    UUID ownerId,
    CardState state,
    @Nullable UUID approvedBy,
    @Nullable Instant approvedAt,
    @Nullable Integer publishedNumber,
    List<SectionView> sections,
    UUID updatedBy,
    Instant updatedAt,
    long version) {}
