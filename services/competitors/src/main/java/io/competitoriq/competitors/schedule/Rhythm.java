package io.competitoriq.competitors.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/// What makes a source due again: so much time gone by, or a place in the calendar.
public sealed interface Rhythm {

  /// Again when `interval` has passed since the last visit.
  record Every(Duration interval) implements Rhythm {
    public Every {
      if (interval.isNegative() || interval.isZero()) {
        throw new IllegalArgumentException("interval must be positive: " + interval);
      }
    }
  }

  /// At the times a five-field UNIX cron expression names on the wall clock of the schedule's zone.
  record At(CronExpression cron) implements Rhythm {
    public At {
      requireNonNull(cron, "cron");
    }
  }
}
