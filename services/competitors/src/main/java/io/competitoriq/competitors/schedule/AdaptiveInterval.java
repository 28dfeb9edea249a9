package io.competitoriq.competitors.schedule;

import io.competitoriq.competitors.schedule.Rhythm.Adaptive;
import java.time.Duration;
import java.util.List;

/// The interval of an adaptive schedule: half the time in which a change is to be expected. Pure.
///
/// So of ten visits about four bring a change, where [Tally#changesPerVisit] tells best, and a
/// change is seen a quarter of the time between two changes after it happened, on average. A step
/// at most doubles or halves the interval, so that no single change swings it.
public final class AdaptiveInterval {

  private static final double PART_OF_EXPECTED_TIME = 0.5;
  private static final int LARGEST_STEP = 2;

  /// Fewer comparisons tell nothing yet.
  private static final int FEWEST_VISITS = 3;

  /// What people say, the longest first. An interval is a multiple of one that is at most an eighth
  /// of it.
  private static final List<Duration> UNITS =
      List.of(
          Duration.ofDays(1),
          Duration.ofHours(6),
          Duration.ofHours(1),
          Duration.ofMinutes(15),
          Duration.ofMinutes(5),
          Duration.ofMinutes(1),
          Duration.ofSeconds(1));

  private AdaptiveInterval() {}

  /// The rhythm after one more visit, given what is known by then.
  public static Adaptive next(Adaptive now, History known) {
    Duration current = enough(known) ? step(now, wanted(now, known)) : now.current();
    return new Adaptive(now.start(), now.shortest(), now.longest(), current, known.tally());
  }

  static boolean enough(History known) {
    return enough(known.tally()) && known.span().isPositive();
  }

  static boolean enough(Tally seen) {
    return seen.visits() >= FEWEST_VISITS;
  }

  /// Never a change: the longest.
  private static Duration wanted(Adaptive now, History known) {
    double perVisit = known.tally().changesPerVisit();
    double millis = PART_OF_EXPECTED_TIME * known.meanInterval().toMillis() / perVisit;
    return millis < now.longest().toMillis()
        ? now.within(Duration.ofMillis((long) millis))
        : now.longest();
  }

  private static Duration step(Adaptive now, Duration wanted) {
    Duration current = now.current();
    Duration most = current.multipliedBy(LARGEST_STEP);
    Duration least = current.dividedBy(LARGEST_STEP);
    Duration damped = wanted.compareTo(most) > 0 ? most : wanted;
    damped = damped.compareTo(least) < 0 ? least : damped;
    boolean isBound = damped.equals(now.shortest()) || damped.equals(now.longest());
    return now.within(isBound ? damped : round(damped, current));
  }

  /// Towards the present interval, so that neither a step grows nor a small difference moves it.
  private static Duration round(Duration interval, Duration current) {
    long unit = unit(interval).toMillis();
    long below = interval.toMillis() / unit * unit;
    boolean longer = interval.compareTo(current) > 0;
    Duration rounded =
        Duration.ofMillis(longer || below == interval.toMillis() ? below : below + unit);
    boolean passed = longer ? rounded.compareTo(current) < 0 : rounded.compareTo(current) > 0;
    return passed ? current : rounded;
  }

  private static Duration unit(Duration interval) {
    Duration eighth = interval.dividedBy(8);
    return UNITS.stream()
        .filter(unit -> unit.compareTo(eighth) <= 0)
        .findFirst()
        .orElse(Duration.ofMillis(1));
  }
}
