package io.competitoriq.jobs;

import java.util.UUID;

/// One start of a job, as its handler sees it.
///
/// @param attempt which start this is, from 1; snoozes and graceful stops are not counted
/// @param trace W3C trace id of the enqueuing request, empty when there was none
public record Job<P>(
    long id,
    String queue,
    String kind,
    UUID workspaceId,
    P payload,
    int attempt,
    int maxAttempts,
    String trace) {

  /// True when a failure of this start makes the job a dead letter.
  public boolean lastAttempt() {
    return attempt >= maxAttempts;
  }
}
