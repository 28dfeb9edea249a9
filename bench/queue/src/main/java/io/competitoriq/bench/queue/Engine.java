package io.competitoriq.bench.queue;

import java.util.concurrent.CompletableFuture;

/// One side of a comparison: a producer process and a worker process on a Redis.
interface Engine {

  /// How jobs are added.
  ///
  /// @param slots which worker is to do them
  /// @param inFlight additions waiting for their answer at the same time
  /// @param bulk jobs per call
  /// @param withRows as a step of a transaction that writes other rows as well; the peer knows
  ///   nothing of the kind
  record Adding(int slots, int jobs, int bytes, int inFlight, int bulk, boolean withRows) {

    Adding(int slots, int jobs, int bytes, int inFlight, int bulk) {
      this(slots, jobs, bytes, inFlight, bulk, false);
    }

    Adding asStep() {
      return new Adding(slots, jobs, bytes, inFlight, bulk, true);
    }
  }

  RedisProbe redis();

  /// Processor time of what the engine stores in besides Redis, in microseconds.
  double storeCpuMicros();

  /// Nothing of the last phase is left.
  void clear();

  /// The worker is to do so many jobs; with `hold` not before [#work].
  void expect(int slots, int jobs, boolean hold);

  Figures add(Adding adding);

  /// Adds at an even pace.
  Figures pace(int slots, int jobs, int perSecond);

  /// Completes when the expected jobs are.
  CompletableFuture<Figures> work(int slots, int jobs);
}
