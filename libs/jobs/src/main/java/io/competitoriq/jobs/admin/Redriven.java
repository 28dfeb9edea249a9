package io.competitoriq.jobs.admin;

/// What became of the wish to give a dead letter another life.
public sealed interface Redriven {

  /// Queued again with all its attempts.
  record Queued() implements Redriven {}

  /// A job with the same dedup key is queued or running: the letter stays dead.
  record Duplicate() implements Redriven {}

  /// No dead letter has this id.
  record Unknown() implements Redriven {}
}
