package io.competitoriq.chart;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// A week of one workload with one way to say how many pods it has, second by second. It asks no
/// clock and no chance: the same chart gives the same figures.
final class Week {

  /// From the change of a number until the autoscaler sees it: the engine's gauges 10 s, scrape 15
  /// s, recording rule 15 s; for CPU the metrics server's 15 s and its window.
  private static final int SEEN_AFTER = 40;

  /// From the decision until a pod takes work: scheduling, image, start, readiness.
  private static final int POD_START = 45;

  /// What a pod that stops is still paid for, besides the jobs it ends.
  private static final int POD_STOP = 5;

  private static final double OLD_TARGET = 500;

  private final Load load;
  private final double requested;
  private final Way way;
  private final Autoscaler autoscaler;
  private final List<QueueRun> queues;
  private final Deque<Autoscaler.Seen> seen = new ArrayDeque<>();
  private final Deque<Integer> startingUntil = new ArrayDeque<>();
  private int pods;
  private long paidSeconds;
  private int hotSeconds;

  /// How the number of pods is said.
  enum Way {
    RENDERED,
    MOST,
    LEAST,
    /// What people write who have no figure but the depth: one pod for each 500 jobs.
    DEPTH
  }

  /// @param longestWait of a job, in seconds; for requests 0
  /// @param minutesAbove in which a job had waited for more than five minutes, or the pods used
  ///   more CPU than the autoscaler tolerates
  /// @param changes of the number of pods
  record Outcome(double podHours, int longestWait, double minutesAbove, int changes) {}

  private Week(Scaling scaling, double requested, Load load, Way way) {
    this.load = load;
    this.requested = requested;
    this.way = way;
    autoscaler = new Autoscaler(scaling);
    queues = load.jobs().stream().map(QueueRun::new).toList();
    pods = way == Way.MOST ? scaling.most() : scaling.least();
  }

  /// @param requested cores that are set aside for a pod
  static Outcome of(Scaling scaling, double requested, Load load, Way way) {
    var week = new Week(scaling, requested, load, way);
    double tolerated = scaling.cpuTarget() * 1.1;
    for (int second = 0; second < Load.WEEK; second++) {
      week.step(second, tolerated);
    }
    return new Outcome(
        week.paidSeconds / (double) Load.HOUR,
        week.queues.stream().mapToInt(QueueRun::longestWait).max().orElse(0),
        (load.jobs().isEmpty()
                ? week.hotSeconds
                : week.queues.stream().mapToInt(QueueRun::lateSeconds).max().orElse(0))
            / 60.0,
        week.autoscaler.changes());
  }

  private void step(int second, double tolerated) {
    while (!startingUntil.isEmpty() && startingUntil.getFirst() <= second) {
      startingUntil.removeFirst();
    }
    int ready = pods - startingUntil.size();
    double cores = load.requestCores().applyAsDouble(second);
    for (QueueRun queue : queues) {
      queue.step(second, ready);
      cores += queue.cores();
    }
    double cpu = 100 * cores / (ready * requested);
    hotSeconds += cpu > tolerated ? 1 : 0;
    paidSeconds += pods;
    if (way == Way.MOST || way == Way.LEAST) {
      return;
    }
    if ((second + SEEN_AFTER) % Autoscaler.PERIOD == 0) {
      seen.addLast(seen(ready, cpu));
    }
    if (second % Autoscaler.PERIOD == 0 && second >= SEEN_AFTER) {
      scale(second, autoscaler.decide(second, pods, seen.removeFirst()));
    }
  }

  /// What is told now, and heard by the autoscaler at a turn of its own later on.
  private Autoscaler.Seen seen(int ready, double cpu) {
    return new Autoscaler.Seen(
        ready,
        cpu,
        queues.stream()
            .map(queue -> (double) (way == Way.DEPTH ? queue.depth() : queue.wantedWorkers()))
            .toList(),
        way == Way.DEPTH ? OLD_TARGET : 1);
  }

  /// Pods that have not started yet are the first to go; others end their jobs.
  private void scale(int second, int next) {
    for (; pods < next; pods++) {
      startingUntil.addLast(second + POD_START);
    }
    for (; pods > next; pods--) {
      if (startingUntil.pollLast() == null) {
        paidSeconds +=
            POD_STOP + load.jobs().stream().mapToInt(Load.Jobs::runSeconds).max().orElse(0);
      }
    }
  }
}
