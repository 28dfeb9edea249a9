package io.competitoriq.crawl.visit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a source has been doing.
///
/// @param lastOkAt when it last answered as it should; null: never
/// @param visits24h visits that ended in the last 24 hours
/// @param failures24h those of them that brought neither content nor "unchanged"
/// @param visits7d visits that ended in the last 7 days
/// @param blocked7d those of them the site sent away: blocked, behind a sign-in, or HTTP 429
/// @param blockRate their share, 0 to 1; null without a visit in the last 7 days
/// @param reason one sentence on why the state is what it is
/// @param fix one sentence on what the reader can do; null: nothing is wrong
/// @param silence null while it brings news as often as it used to, or is not known well enough
public record SourceHealth(
    UUID sourceId,
    VisitOutcome lastOutcome,
    Instant lastVisitAt,
    @Nullable Instant lastOkAt,
    long visits24h,
    long failures24h,
    long visits7d,
    long blocked7d,
    @Nullable Double blockRate,
    SourceState state,
    String reason,
    @Nullable String fix,
    @Nullable Silence silence) {}
