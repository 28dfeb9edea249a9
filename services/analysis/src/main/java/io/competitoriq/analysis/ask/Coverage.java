package io.competitoriq.analysis.ask;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What was looked through for an answer.
///
/// @param documents versions of pages
/// @param competitors of how many competitors
/// @param sources of how many sources
/// @param signals changes within the time asked about
/// @param asOf when the latest page was fetched; null when there is none
/// @param cut whether more passages match than were looked at
/// @param away whether pages and facts could not be searched at the moment
public record Coverage(
    long documents,
    long competitors,
    long sources,
    long signals,
    @Nullable Instant since,
    @Nullable Instant asOf,
    boolean cut,
    boolean away) {}
