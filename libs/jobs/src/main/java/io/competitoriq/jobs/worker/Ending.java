package io.competitoriq.jobs.worker;

import io.competitoriq.jobs.JobOutcome;

/// Why a start of a job is over.
sealed interface Ending {

  /// The handler answered, or failed, which is an outcome too.
  record Answered(JobOutcome outcome) implements Ending {}

  /// Another worker owns the job: nothing may be written about it.
  record Lost() implements Ending {}

  /// Somebody cancelled the job.
  record CancelRequested() implements Ending {}

  /// The process is stopping and its grace is over: the attempt does not count.
  record Released() implements Ending {}
}
