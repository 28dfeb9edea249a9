package io.competitoriq.bench.queue;

import io.competitoriq.bench.queue.Engine.Adding;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// One of our two sides beside the peer. Every phase runs on both, one right after the other; which
/// one goes first alternates with the pass.
///
/// @param prefix of the metrics: which of our sides it is
/// @param peer name of the other side
record Comparison(String prefix, Engine ours, String peer, Engine theirs, Rows rows) {

  private static final String PER_SECOND = "jobs/s";
  private static final String MICROS = "us/job";

  /// What a phase showed on one side, per job.
  record Shown(double jobsPerSecond, double redisMicros, double clientMicros, double storeMicros) {}

  private record Worked(List<Shown> filled, Shown worked) {}

  private interface Phase<T> {
    T on(Engine engine);
  }

  private record Both<T>(T ours, T theirs) {}

  private <T> Both<T> both(int pass, Phase<T> phase) {
    if (pass % 2 == 0) {
      T ours = phase.on(this.ours);
      return new Both<>(ours, phase.on(theirs));
    }
    T theirs = phase.on(this.theirs);
    return new Both<>(phase.on(ours), theirs);
  }

  /// Adding alone, in an empty Redis.
  void add(int pass, String name, Adding adding) {
    show(
        "add_" + name,
        both(
            pass,
            engine -> {
              engine.clear();
              return shown(engine, adding.jobs(), () -> engine.add(adding));
            }));
  }

  /// A backlog is filled, held, and then worked off. The filling is shown too when it has a name.
  void process(int pass, int slots, List<String> fillNames, List<Adding> fills) {
    int jobs = fills.stream().mapToInt(Adding::jobs).sum();
    Both<Worked> both =
        both(
            pass,
            engine -> {
              engine.clear();
              engine.expect(slots, jobs, true);
              List<Shown> filled = new ArrayList<>();
              fills.forEach(f -> filled.add(shown(engine, f.jobs(), () -> engine.add(f))));
              return new Worked(filled, shown(engine, jobs, () -> engine.work(slots, jobs).join()));
            });
    for (int i = 0; i < fillNames.size(); i++) {
      Shown ours = both.ours().filled().get(i);
      show("add_" + fillNames.get(i), new Both<>(ours, both.theirs().filled().get(i)));
    }
    show("process_c" + slots, new Both<>(both.ours().worked(), both.theirs().worked()));
  }

  /// Added and worked off at the same time, from the first addition to the last completion.
  void endToEnd(int pass, int slots, Adding adding) {
    var perSecond =
        both(
            pass,
            engine -> {
              engine.clear();
              engine.expect(slots, adding.jobs(), false);
              CompletableFuture<Figures> worked = engine.work(slots, adding.jobs());
              pause(300);
              Figures added = engine.add(adding);
              return adding.jobs() * 1e9 / (worked.join().toNanos() - added.fromNanos());
            });
    rows.compare(
        prefix + "end_to_end_c" + slots, PER_SECOND, perSecond.ours(), peer, perSecond.theirs());
  }

  /// From just before the addition to the completion, at an even pace.
  void latency(int pass, int slots, int jobs, int perSecond) {
    var ages =
        both(
            pass,
            engine -> {
              engine.clear();
              engine.expect(slots, jobs, false);
              CompletableFuture<Figures> worked = engine.work(slots, jobs);
              pause(1000);
              engine.pace(slots, jobs, perSecond);
              return worked.join().latencies();
            });
    for (int percent : new int[] {50, 95, 99}) {
      rows.compare(
          prefix + "latency_p" + percent,
          "ms",
          Numbers.quantile(ages.ours(), percent / 100.0),
          peer,
          Numbers.quantile(ages.theirs(), percent / 100.0));
    }
  }

  /// Redis memory of a queued job.
  void memory(int pass, Adding adding) {
    var bytes =
        both(
            pass,
            engine -> {
              engine.clear();
              double before = engine.redis().usedMemory();
              engine.add(adding);
              double used = (engine.redis().usedMemory() - before) / adding.jobs();
              engine.clear();
              return used;
            });
    rows.compare(prefix + "redis_bytes", "bytes/job", bytes.ours(), peer, bytes.theirs());
  }

  private Shown shown(Engine engine, int jobs, Supplier<Figures> phase) {
    double redis = engine.redis().cpuMicros();
    double store = engine.storeCpuMicros();
    Figures figures = phase.get();
    return new Shown(
        jobs * 1000.0 / figures.millis(),
        (engine.redis().cpuMicros() - redis) / jobs,
        (double) figures.cpuMicros() / jobs,
        (engine.storeCpuMicros() - store) / jobs);
  }

  private void show(String name, Both<Shown> shown) {
    Shown ours = shown.ours();
    Shown theirs = shown.theirs();
    String metric = prefix + name;
    rows.compare(metric, PER_SECOND, ours.jobsPerSecond(), peer, theirs.jobsPerSecond());
    rows.compare(metric + "_redis_cpu", MICROS, ours.redisMicros(), peer, theirs.redisMicros());
    rows.compare(metric + "_client_cpu", MICROS, ours.clientMicros(), peer, theirs.clientMicros());
    if (theirs.storeMicros() > 0) {
      rows.compare(
          metric + "_postgres_cpu", MICROS, ours.storeMicros(), peer, theirs.storeMicros());
    } else if (ours.storeMicros() > 0) {
      rows.measure(metric + "_postgres_cpu", MICROS, ours.storeMicros());
    }
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
