package io.competitoriq.chaos.fault;

/// What can go wrong. Each names what breaks; how long is in the plan.
public enum Fault {
  /// `kill -9` of a worker.
  WORKER_KILLED,
  /// A worker stands still for longer than its lease and goes on as if nothing had happened.
  WORKER_FROZEN,
  /// Every worker in turn is asked to stop and started again.
  ROLLING_RESTART,
  /// A worker's clock is an hour wrong.
  WRONG_CLOCK,
  /// Redis forgets everything.
  REDIS_FLUSHED,
  /// Redis is killed and comes back empty.
  REDIS_DOWN,
  /// Redis stands still.
  REDIS_FROZEN,
  /// Some of the engine's keys are gone.
  KEYS_DELETED,
  /// Every queued or running job gets a second ticket.
  TICKETS_DOUBLED,
  /// PostgreSQL is stopped in order and started.
  POSTGRES_RESTARTED,
  /// PostgreSQL crashes and recovers.
  POSTGRES_CRASHED,
  /// PostgreSQL stands still.
  POSTGRES_FROZEN,
  /// Network between one worker and Redis: broken, late, silent for a time, silent for ever.
  REDIS_CUT,
  REDIS_LATE,
  REDIS_HELD,
  REDIS_LOST,
  /// The same between one worker and PostgreSQL.
  POSTGRES_CUT,
  POSTGRES_LATE,
  POSTGRES_HELD,
  POSTGRES_LOST
}
