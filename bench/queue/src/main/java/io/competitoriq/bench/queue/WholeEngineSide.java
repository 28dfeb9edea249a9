package io.competitoriq.bench.queue;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Our whole engine: ledger in PostgreSQL, tickets in Redis; one worker process per number of
/// slots, each with a queue of its own.
///
/// @param effect whether each job leaves a row behind, in the commit that completes it
record WholeEngineSide(Stack stack, boolean effect, Child producer, Map<Integer, Child> workers)
    implements Engine {

  static String queue(int slots) {
    return "durable-" + slots;
  }

  private Child worker(int slots) {
    return requireNonNull(workers.get(slots), "no worker with " + slots + " slots");
  }

  @Override
  public RedisProbe redis() {
    return stack.redis();
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
    try {
      stack.emptyLedger();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void expect(int slots, int jobs, boolean hold) {
    worker(slots).ask(Map.of("do", "engine.expect", "jobs", jobs, "hold", hold));
  }

  @Override
  public Figures add(Adding a) {
    return producer.ask(
        Map.of(
            "withRows",
            a.withRows(),
            "do",
            "engine.add",
            "queue",
            queue(a.slots()),
            "effect",
            effect,
            "jobs",
            a.jobs(),
            "bytes",
            a.bytes(),
            "inFlight",
            a.inFlight(),
            "bulk",
            a.bulk()));
  }

  @Override
  public Figures pace(int slots, int jobs, int perSecond) {
    return producer.ask(
        Map.of(
            "do",
            "engine.pace",
            "queue",
            queue(slots),
            "effect",
            effect,
            "jobs",
            jobs,
            "perSecond",
            perSecond));
  }

  @Override
  public CompletableFuture<Figures> work(int slots, int jobs) {
    return worker(slots).askLater(Map.of("do", "engine.work"));
  }
}
