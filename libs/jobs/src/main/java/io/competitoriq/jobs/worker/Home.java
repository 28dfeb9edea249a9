package io.competitoriq.jobs.worker;

/// Where a running job has its slot.
interface Home {

  /// The handler answered `Completed` without a commit of its own.
  ///
  /// @return true when the completion is written by the slot's owner from here on, together with
  ///   others'; false when it is to be written alone
  boolean ended(RunningJob job);

  /// The job is settled and nothing of it computes any more. On any thread.
  void leave();
}
