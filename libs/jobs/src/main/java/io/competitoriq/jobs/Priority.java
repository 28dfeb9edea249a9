package io.competitoriq.jobs;

/// Which of a queue's ready jobs goes first. Strict: a low job waits while a higher one is ready.
public enum Priority {
  HIGH,
  NORMAL,
  LOW;

  /// The number in the ledger and in Redis (0 first).
  public int rank() {
    return ordinal();
  }
}
