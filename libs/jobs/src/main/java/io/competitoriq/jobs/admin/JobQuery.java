package io.competitoriq.jobs.admin;

import org.jspecify.annotations.Nullable;

/// Which jobs of a queue to list; what is null does not narrow.
///
/// @param reason why dead letters died; see [DeadFilter#REASONS]
/// @param after where the page begins; null: at the beginning
/// @param limit rows at most
public record JobQuery(
    @Nullable JobState state,
    @Nullable String kind,
    @Nullable String host,
    @Nullable String reason,
    @Nullable JobCursor after,
    int limit) {

  JobOrder order() {
    return JobOrder.of(state);
  }
}
