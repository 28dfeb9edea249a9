package io.competitoriq.bench.queue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// BullMQ whose processor inserts one row into PostgreSQL, in a transaction bound to the workspace,
/// before the job is acknowledged.
record BullMqWithRows(BullMq plain, Stack stack) implements Engine {

  @Override
  public RedisProbe redis() {
    return plain.redis();
  }

  @Override
  public double storeCpuMicros() {
    try {
      return stack.postgresCpuMicros();
    } catch (IOException | SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void clear() {
    plain.clear();
    try {
      stack.emptyLedger();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void expect(int slots, int jobs, boolean hold) {
    plain.expect(slots, jobs, hold);
  }

  @Override
  public Figures add(Adding adding) {
    return plain.add(adding);
  }

  @Override
  public Figures pace(int slots, int jobs, int perSecond) {
    return plain.pace(slots, jobs, perSecond);
  }

  @Override
  public CompletableFuture<Figures> work(int slots, int jobs) {
    return plain
        .worker()
        .askLater(Map.of("do", "work", "jobs", jobs, "slots", slots, "effect", true));
  }
}
