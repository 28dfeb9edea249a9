package io.competitoriq.bench.queue;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// The peer, two Node processes.
record BullMq(RedisProbe redis, Child producer, Child worker) implements Engine {

  @Override
  public double storeCpuMicros() {
    return 0;
  }

  @Override
  public void clear() {
    redis.flush();
  }

  @Override
  public void expect(int slots, int jobs, boolean hold) {
    // Its worker is made for each phase.
  }

  @Override
  public Figures add(Adding a) {
    return producer.ask(
        Map.of(
            "do",
            "add",
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
    return producer.ask(Map.of("do", "pace", "jobs", jobs, "perSecond", perSecond));
  }

  @Override
  public CompletableFuture<Figures> work(int slots, int jobs) {
    return worker.askLater(Map.of("do", "work", "jobs", jobs, "slots", slots));
  }
}
