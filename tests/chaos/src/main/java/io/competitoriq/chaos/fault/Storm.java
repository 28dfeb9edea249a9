package io.competitoriq.chaos.fault;

import io.competitoriq.chaos.fault.FaultPlan.Planned;
import io.competitoriq.chaos.fleet.Fleet;
import io.competitoriq.chaos.fleet.Worker;
import io.competitoriq.chaos.report.Progress;
import io.competitoriq.chaos.server.Servers;
import io.competitoriq.chaos.server.Waiting;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;

/// Faults and kills in two streams until somebody says enough; then everything is healed.
public final class Storm {

  private final Fleet fleet;
  private final FaultPlan plan;
  private final Inflictor inflictor;
  private final Random whomToKill;
  private final Map<Fault, AtomicInteger> made = new EnumMap<>(Fault.class);
  private final List<Thread> underWay = new ArrayList<>();

  public Storm(Servers servers, Fleet fleet, FaultPlan plan, long seed) {
    this.fleet = fleet;
    this.plan = plan;
    this.inflictor = new Inflictor(servers, fleet);
    this.whomToKill = new Random(~seed);
    for (Fault fault : Fault.values()) {
      made.put(fault, new AtomicInteger());
    }
  }

  /// Returns when `goOn` has answered false to the time that has passed and the faults begun.
  public void blow(Duration killEvery, Duration faultEvery, BiPredicate<Duration, Integer> goOn) {
    long begin = System.nanoTime();
    Thread kills = Thread.ofVirtual().start(() -> killEvery(killEvery));
    int begun = 0;
    for (Duration elapsed = Duration.ZERO;
        goOn.test(elapsed, begun++);
        elapsed = Duration.ofNanos(System.nanoTime() - begin)) {
      Planned next = plan.next();
      Progress.say(
          "%4d s  %s worker-%d for %.1f s"
              .formatted(
                  elapsed.toSeconds(), next.fault(), next.worker(), next.lasts().toMillis() / 1e3));
      underWay.add(Thread.ofVirtual().start(() -> inflict(next)));
      underWay.removeIf(thread -> !thread.isAlive());
      Waiting.rest(faultEvery);
    }
    kills.interrupt();
  }

  private void inflict(Planned planned) {
    try {
      if (inflictor.inflict(planned)) {
        made.getOrDefault(planned.fault(), new AtomicInteger()).incrementAndGet();
      }
    } catch (RuntimeException failed) {
      Progress.say("fault not made: " + planned.fault() + ": " + failed.getMessage());
    }
  }

  private void killEvery(Duration period) {
    try {
      while (true) {
        Waiting.rest(period);
        killOne();
      }
    } catch (IllegalStateException | UncheckedIOException enough) {
      Thread.currentThread().interrupt();
    }
  }

  /// A process that has not begun yet holds nothing, and killing it proves nothing. On a slow
  /// machine kills wait until most of the fleet works, or it would do nothing but start.
  private void killOne() {
    int all = fleet.workers().size();
    List<Worker> working = fleet.workers().stream().filter(Worker::isWorking).toList();
    if (working.size() * 2 > all) {
      working.get(whomToKill.nextInt(working.size())).kill();
      made.getOrDefault(Fault.WORKER_KILLED, new AtomicInteger()).incrementAndGet();
    }
  }

  /// Waits until every fault under way is healed.
  public void calm() {
    try {
      for (Thread thread : underWay) {
        thread.join(Duration.ofMinutes(3));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    inflictor.healNetworks();
  }

  /// How often each fault was made.
  public Map<Fault, Integer> counts() {
    Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
    made.forEach((fault, count) -> counts.put(fault, count.get()));
    return counts;
  }

  public int total() {
    return made.values().stream().mapToInt(AtomicInteger::get).sum();
  }
}
