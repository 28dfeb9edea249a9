package io.competitoriq.chaos.fault;

/// When in its work a worker is killed.
public enum Moment {
  /// Whatever it is doing.
  ANY_TIME,
  /// Its claim is on the way: the ledger gives the jobs to a dead worker.
  CLAIMING,
  /// Its effect is written and the commit is not: nothing may stay.
  COMMITTING,
  /// The commit is on the way and takes place, and nobody hears of it: it must stay.
  COMMITTED
}
