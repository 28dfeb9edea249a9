package io.competitoriq.jobs.ledger;

/// The states a job does not leave by itself, and their numbers in the ledger.
public enum Final {
  DONE(2),
  DEAD(3),
  CANCELLED(4);

  private final int number;

  Final(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
