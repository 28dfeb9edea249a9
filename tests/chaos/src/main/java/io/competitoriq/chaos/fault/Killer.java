package io.competitoriq.chaos.fault;

import io.competitoriq.chaos.fleet.Fleet;
import io.competitoriq.chaos.fleet.Worker;
import io.competitoriq.chaos.server.TcpProxy.Tap;
import io.competitoriq.chaos.server.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Kills workers with `kill -9`, one after the other, each at a moment of its work drawn by lot.
/// The moments are found in what a worker sends to PostgreSQL.
public final class Killer {

  private static final Duration FLEET_PATIENCE = Duration.ofMinutes(3);
  private static final Duration MOMENT_PATIENCE = Duration.ofSeconds(4);
  private static final int LONGEST_LIFE_MILLIS = 1500;
  private static final String COMMIT = "COMMIT\0";

  private final Fleet fleet;
  private final Random random;
  private final Map<Moment, Integer> kills = new EnumMap<>(Moment.class);
  private final List<Double> starts = new ArrayList<>();

  public Killer(Fleet fleet, long seed) {
    this.fleet = fleet;
    this.random = new Random(seed);
  }

  /// Kills one as soon as two work, so that jobs go on.
  ///
  /// @return false when the fleet has not come up in three minutes
  public boolean killOne() {
    if (!Waiting.happens(FLEET_PATIENCE, () -> working().size() > 1)) {
      return false;
    }
    List<Worker> working = working();
    Worker victim = working.get(random.nextInt(working.size()));
    Moment moment = Moment.values()[random.nextInt(Moment.values().length)];
    starts.add(victim.startSeconds());
    kills.merge(kill(victim, moment), 1, Integer::sum);
    return true;
  }

  private List<Worker> working() {
    return fleet.workers().stream().filter(Worker::isWorking).toList();
  }

  /// A moment that does not come, because there is nothing to do, becomes any other.
  private Moment kill(Worker victim, Moment wanted) {
    boolean hit = false;
    if (wanted == Moment.ANY_TIME) {
      Waiting.rest(Duration.ofMillis(random.nextInt(LONGEST_LIFE_MILLIS)));
    } else {
      hit = killedAt(victim, wanted);
    }
    if (!hit) {
      victim.kill();
    }
    victim.awaitEnd();
    return hit ? wanted : Moment.ANY_TIME;
  }

  /// Only a claim names its worker to PostgreSQL.
  private static boolean killedAt(Worker victim, Moment moment) {
    String sign = moment == Moment.CLAIMING ? victim.identity() : COMMIT;
    var killed = new AtomicBoolean();
    var hit = new CountDownLatch(1);
    victim
        .toPostgres()
        .tap(
            piece -> {
              if (!piece.contains(sign) || !killed.compareAndSet(false, true)) {
                return true;
              }
              victim.kill();
              hit.countDown();
              return moment != Moment.COMMITTING;
            });
    try {
      return hit.await(MOMENT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      victim.toPostgres().tap(Tap.NONE);
    }
  }

  /// How many were killed at each moment.
  public Map<Moment, Integer> counts() {
    return new EnumMap<>(kills);
  }

  public int total() {
    return kills.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Median of the processor seconds from a process's start to its first look for jobs.
  public double startSeconds() {
    return starts.stream().sorted().skip(starts.size() / 2).findFirst().orElse(0.0);
  }
}
