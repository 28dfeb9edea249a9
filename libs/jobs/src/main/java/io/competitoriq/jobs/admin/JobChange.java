package io.competitoriq.jobs.admin;

/// What became of an operator's wish about one job.
public sealed interface JobChange {

  /// @param cancelling still running; its worker interrupts it at the next heartbeat
  record Changed(String queue, JobState before, JobState after, boolean cancelling)
      implements JobChange {}

  /// The job is in a state in which this makes no sense.
  record NotPossible(JobState state) implements JobChange {}

  /// A queued or running job has the same dedup key: the letter stays dead.
  record Duplicate(long existingId) implements JobChange {}

  /// No job has this id.
  record Unknown() implements JobChange {}
}
