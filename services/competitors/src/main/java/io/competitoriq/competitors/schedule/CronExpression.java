package io.competitoriq.competitors.schedule;

import static java.time.ZoneOffset.UTC;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/// A five-field UNIX cron expression over wall-clock times, without any zone: `cron-utils` answers
/// on a clock that has no daylight saving, and [NextVisit] brings the answer into the zone by rules
/// of our own.
public final class CronExpression {

  private static final CronDefinition UNIX =
      CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX);
  private static final LocalDateTime PROBE = LocalDateTime.of(2026, 1, 1, 0, 0);
  private static final int PROBES = 50;

  private final String text;
  private final ExecutionTime times;

  private CronExpression(String text, ExecutionTime times) {
    this.text = text;
    this.times = times;
  }

  /// Reads `minute hour day-of-month month day-of-week`.
  ///
  /// @throws IllegalArgumentException with a sentence for the user when it cannot be read or never
  ///   comes true (31 February)
  public static CronExpression parse(String text) {
    String tidy = text.strip().replaceAll("\\s+", " ");
    CronExpression cron = new CronExpression(tidy, read(tidy));
    if (cron.next(PROBE).isEmpty()) {
      throw new IllegalArgumentException("The cron expression \"" + tidy + "\" never comes true.");
    }
    return cron;
  }

  private static ExecutionTime read(String text) {
    try {
      return ExecutionTime.forCron(new CronParser(UNIX).parse(text).validate());
    } catch (IllegalArgumentException unreadable) {
      throw new IllegalArgumentException(
          "The cron expression \""
              + text
              + "\" cannot be read; write five fields like \"0 6 * * 1-5\" (minute, hour, day of"
              + " month, month, day of week).",
          unreadable);
    }
  }

  /// The first wall-clock time strictly after `local`; empty when there is none.
  Optional<LocalDateTime> next(LocalDateTime local) {
    return times.nextExecution(local.atZone(UTC)).map(ZonedDateTime::toLocalDateTime);
  }

  /// True when the hour field starts with `*`: meant as "each hour", so it follows real time when
  /// clocks are turned, where "at 02:30" follows the calendar.
  boolean hourly() {
    return text.split(" ", -1)[1].startsWith("*");
  }

  /// The shortest distance between two of its next times, in wall-clock time.
  Duration shortestGap() {
    Duration shortest = Duration.ofDays(366);
    LocalDateTime at = next(PROBE).orElseThrow();
    for (int probe = 0; probe < PROBES; probe++) {
      Optional<LocalDateTime> following = next(at);
      if (following.isEmpty()) {
        return shortest;
      }
      Duration gap = Duration.between(at, following.get());
      shortest = gap.compareTo(shortest) < 0 ? gap : shortest;
      at = following.get();
    }
    return shortest;
  }

  /// The expression as it was written, spaces tidied.
  public String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CronExpression that && that.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
