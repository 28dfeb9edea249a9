package io.competitoriq.jobs;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How one start of a job ended.
public sealed interface JobOutcome {

  /// Done. Returned by `JobContext.commit`; a handler without effects may answer it itself.
  record Completed() implements JobOutcome {}

  /// Run again after `delay` without spending an attempt (a polite pause, a budget used up for
  /// today).
  record Snoozed(Duration delay, String reason) implements JobOutcome {}

  /// Spend an attempt and run again; the delay is the queue's backoff or `after`, whichever is
  /// longer.
  record Retryable(String reason, @Nullable Duration after) implements JobOutcome {
    public Retryable(String reason) {
      this(reason, null);
    }
  }

  /// No later attempt can succeed: straight to the dead letters.
  record Discarded(String reason) implements JobOutcome {}
}
