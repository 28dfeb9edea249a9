package io.competitoriq.gateway.queue;

import io.competitoriq.jobs.admin.DeadLetters;
import java.util.List;

/// What redriving or purging dead letters did, or would do.
///
/// @param matched letters the filter means
/// @param done of these, how many were (or would be) redriven or purged
/// @param duplicates of these, how many stay dead because a job with the same dedup key lives
/// @param more true when there may be more than one call takes: ask again
/// @param sample of a dry run, up to ten of the letters
record DeadView(
    boolean dryRun,
    long matched,
    long done,
    long duplicates,
    boolean more,
    List<DeadLetters.Letter> sample) {

  static DeadView did(DeadLetters.Redrive redrive) {
    return new DeadView(
        false,
        redrive.matched(),
        redrive.redriven(),
        redrive.duplicates(),
        redrive.matched() == DeadLetters.MOST,
        List.of());
  }

  static DeadView would(DeadLetters.Redrive redrive, List<DeadLetters.Letter> sample) {
    return new DeadView(
        true,
        redrive.matched(),
        redrive.redriven(),
        redrive.duplicates(),
        redrive.matched() == DeadLetters.MOST,
        sample);
  }

  static DeadLetters.Redrive purged(long letters) {
    return new DeadLetters.Redrive(letters, letters, 0);
  }
}
