package io.competitoriq.competitors.competitor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How much is watched.
///
/// @param competitors those that are not archived
/// @param nextVisitAt when the next planned visit of any source is due; null when none is
public record WatchTally(long competitors, @Nullable Instant nextVisitAt) {}
