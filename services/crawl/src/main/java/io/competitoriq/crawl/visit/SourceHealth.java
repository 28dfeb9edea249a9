package io.competitoriq.crawl.visit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a source has been doing.
///
/// @param lastOkAt when it last answered as it should; null: never
/// @param visits24h visits that ended in the last 24 hours
/// @param failures24h those of them that brought neither content nor "unchanged"
public record SourceHealth(
    UUID sourceId,
    VisitOutcome lastOutcome,
    Instant lastVisitAt,
    @Nullable Instant lastOkAt,
    long visits24h,
    long failures24h) {}
