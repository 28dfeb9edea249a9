package io.competitoriq.bench.queue;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Our Redis half without the ledger: what a BullMQ that keeps its jobs in Redis only compares to.
record TicketsAlone(RedisProbe redis, Child producer, Child worker) implements Engine {

  @Override
  public double storeCpuMicros() {
    return 0;
  }

  @Override
  public void clear() {
    redis.flush();
    producer.ask(Map.of("do", "tickets.begin"));
  }

  @Override
  public void expect(int slots, int jobs, boolean hold) {
    // Its loop is begun for each phase.
  }

  @Override
  public Figures add(Adding a) {
    return producer.ask(
        Map.of("do", "tickets.add", "jobs", a.jobs(), "inFlight", a.inFlight(), "bulk", a.bulk()));
  }

  @Override
  public Figures pace(int slots, int jobs, int perSecond) {
    return producer.ask(Map.of("do", "tickets.pace", "jobs", jobs, "perSecond", perSecond));
  }

  @Override
  public CompletableFuture<Figures> work(int slots, int jobs) {
    return worker.askLater(Map.of("do", "tickets.work", "jobs", jobs, "slots", slots));
  }
}
