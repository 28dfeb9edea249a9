package io.competitoriq.competitors.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The moment of the next visit. It depends on the schedule and the moment of the last one only, so
/// slots missed while the service was down leave no trace: there is one visit, then the rhythm goes
/// on.
///
/// When clocks are turned, a cron rhythm keeps two promises. "At 02:30" happens once a day: on the
/// day without 02:30 right after the gap, on the day with two of them at the first. "Each hour"
/// follows real time: it happens in both hours of the overlap, and nothing is made up in the gap.
public final class NextVisit {

  /// Only times inside one overlap are passed over; more rounds than its minutes mean a fault.
  private static final int ROUNDS = 500;

  private NextVisit() {}

  /// The next visit, strictly after `after`, to the microsecond the database keeps.
  ///
  /// @param random draws the jitter, uniformly from none to all of it
  public static Instant after(Schedule schedule, Instant after, RandomGenerator random) {
    Instant planned =
        switch (schedule.rhythm()) {
          case Rhythm.Every(Duration interval) -> after.plus(interval);
          case Rhythm.At(CronExpression cron) -> calendar(cron, schedule.zone(), after);
          case Rhythm.Adaptive adaptive -> after.plus(adaptive.current());
        };
    Duration delay = Duration.ofMillis(random.nextLong(schedule.jitter().toMillis() + 1));
    return inWindow(schedule, planned, delay).truncatedTo(ChronoUnit.MICROS);
  }

  /// The jitter counts from the opening then: all that waited for it must not come as one wave.
  /// Where it leads out of a short window again, the opening itself is the moment.
  private static Instant inWindow(Schedule schedule, Instant planned, Duration delay) {
    Instant wanted = planned.plus(delay);
    Instant opening = schedule.window().openAt(wanted, schedule.zone());
    if (opening.equals(wanted)) {
      return wanted;
    }
    Instant spread = opening.plus(delay);
    return schedule.window().openAt(spread, schedule.zone()).equals(spread) ? spread : opening;
  }

  private static Instant calendar(CronExpression cron, ZoneId zone, Instant after) {
    Instant next = byWallClock(cron, zone, after);
    if (!cron.hourly()) {
      return next;
    }
    return inSecondPass(cron, zone, after).filter(next::isAfter).orElse(next);
  }

  private static Instant byWallClock(CronExpression cron, ZoneId zone, Instant after) {
    LocalDateTime local = LocalDateTime.ofInstant(after, zone);
    for (int round = 0; round < ROUNDS; round++) {
      local =
          cron.next(local)
              .orElseThrow(() -> new IllegalStateException("cron never comes true: " + cron));
      Optional<Instant> moment = moment(local, cron.hourly(), zone).filter(after::isBefore);
      if (moment.isPresent()) {
        return moment.get();
      }
    }
    throw new IllegalStateException("no next time found for cron " + cron + " in " + zone);
  }

  /// The moment a wall-clock time stands for; empty when it falls into a gap and is not made up.
  private static Optional<Instant> moment(LocalDateTime local, boolean hourly, ZoneId zone) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (!offsets.isEmpty()) {
      return Optional.of(local.toInstant(offsets.getFirst()));
    }
    return hourly ? Optional.empty() : Optional.of(gap(local, zone).getInstant());
  }

  private static ZoneOffsetTransition gap(LocalDateTime local, ZoneId zone) {
    return zone.getRules().getTransition(local);
  }

  /// The first time in the repeated hour after clocks went back, if that hour is under way or next.
  private static Optional<Instant> inSecondPass(CronExpression cron, ZoneId zone, Instant after) {
    return Optional.ofNullable(zone.getRules().previousTransition(after.plus(1, ChronoUnit.DAYS)))
        .filter(ZoneOffsetTransition::isOverlap)
        .flatMap(overlap -> inSecondPass(cron, overlap, after));
  }

  private static Optional<Instant> inSecondPass(
      CronExpression cron, ZoneOffsetTransition overlap, Instant after) {
    Instant from = overlap.getInstant().minusNanos(1);
    Instant start = from.isAfter(after) ? from : after;
    return cron.next(LocalDateTime.ofInstant(start, overlap.getOffsetAfter()))
        .filter(local -> local.isBefore(overlap.getDateTimeBefore()))
        .map(local -> local.toInstant(overlap.getOffsetAfter()));
  }
}
