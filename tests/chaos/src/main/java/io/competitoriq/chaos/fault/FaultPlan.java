package io.competitoriq.chaos.fault;

import io.competitoriq.chaos.fleet.WrongClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/// The order of the faults. One seed is one order, whatever the machine's speed; every kind comes
/// once before any comes again.
public final class FaultPlan {

  private final Random random;
  private final int workers;
  private final boolean longOnes;
  private final Deque<Fault> round = new ArrayDeque<>();

  /// @param workers how many there are to choose from
  /// @param longOnes true: Redis is sometimes away for a minute
  public FaultPlan(long seed, int workers, boolean longOnes) {
    this.random = new Random(seed);
    this.workers = workers;
    this.longOnes = longOnes;
  }

  /// One fault to come.
  ///
  /// @param worker whom it hits, as far as it hits one
  /// @param lasts until it is healed
  /// @param salt for its own choices
  public record Planned(Fault fault, int worker, Duration lasts, long salt) {}

  public Planned next() {
    if (round.isEmpty()) {
      List<Fault> all = Arrays.asList(Fault.values());
      Collections.shuffle(all, random);
      round.addAll(all);
    }
    Fault fault = round.remove();
    return new Planned(fault, random.nextInt(workers), lasts(fault), random.nextLong());
  }

  /// Faults that this machine cannot make.
  public static List<Fault> impossible() {
    return WrongClock.possible() ? List.of() : List.of(Fault.WRONG_CLOCK);
  }

  private Duration lasts(Fault fault) {
    int more = random.nextInt(3000);
    return switch (fault) {
      case WORKER_KILLED, REDIS_FLUSHED, KEYS_DELETED, TICKETS_DOUBLED, ROLLING_RESTART ->
          Duration.ZERO;
      case WORKER_FROZEN -> Duration.ofMillis(6000 + more);
      case REDIS_DOWN -> longOnes && more < 750 ? Duration.ofMinutes(1) : seconds(4, more);
      case POSTGRES_RESTARTED, POSTGRES_CRASHED -> seconds(1, more);
      case POSTGRES_FROZEN, REDIS_FROZEN -> seconds(3, more);
      case WRONG_CLOCK -> seconds(5, more);
      case REDIS_CUT, REDIS_LATE, REDIS_HELD, REDIS_LOST -> seconds(4, more);
      case POSTGRES_CUT, POSTGRES_LATE, POSTGRES_HELD, POSTGRES_LOST -> seconds(5, more);
    };
  }

  private static Duration seconds(int least, int moreMillis) {
    return Duration.ofMillis(least * 1000L + moreMillis);
  }
}
