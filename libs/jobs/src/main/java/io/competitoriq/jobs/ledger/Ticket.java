package io.competitoriq.jobs.ledger;

/// "This job may be ready." Losing or doubling one is harmless.
///
/// @param host '' when the job visits none
/// @param waitMillis how long it lies in Redis before a worker may take it
public record Ticket(long jobId, int priority, String host, int waitMillis) {

  /// A ticket that may be taken at once.
  public Ticket(long jobId, int priority, String host) {
    this(jobId, priority, host, 0);
  }
}
