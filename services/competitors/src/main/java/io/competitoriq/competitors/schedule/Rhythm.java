package io.competitoriq.competitors.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/// What makes a source due again: so much time gone by, a place in the calendar, or its own
/// changes.
public sealed interface Rhythm {

  /// Again when `interval` has passed since the last visit.
  record Every(Duration interval) implements Rhythm {
    public Every {
      requirePositive(interval);
    }
  }

  /// At the times a five-field UNIX cron expression names on the wall clock of the schedule's zone.
  record At(CronExpression cron) implements Rhythm {
    public At {
      requireNonNull(cron, "cron");
    }
  }

  /// Again when `current` has passed since the last visit, and `current` follows how often the
  /// source changes: [AdaptiveInterval].
  ///
  /// @param start the interval before anything is known
  /// @param shortest most often, at most `start`
  /// @param longest least often, at least `start`
  /// @param current between `shortest` and `longest`
  /// @param seen what `current` was worked out from
  record Adaptive(Duration start, Duration shortest, Duration longest, Duration current, Tally seen)
      implements Rhythm {
    public Adaptive {
      requirePositive(shortest);
      requireNonNull(seen, "seen");
      requireBetween(shortest, start, longest);
      requireBetween(shortest, current, longest);
    }

    /// One that knows nothing yet.
    static Adaptive from(Duration start, Duration shortest, Duration longest) {
      return new Adaptive(start, shortest, longest, start, Tally.NONE);
    }

    /// The same with what another one has learnt, within the bounds of this one.
    Adaptive knowing(Adaptive other) {
      return new Adaptive(start, shortest, longest, within(other.current), other.seen);
    }

    /// `interval` where it lies within the bounds, else the bound it is beyond.
    Duration within(Duration interval) {
      if (interval.compareTo(shortest) < 0) {
        return shortest;
      }
      return interval.compareTo(longest) > 0 ? longest : interval;
    }
  }

  private static void requirePositive(Duration interval) {
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException("interval must be positive: " + interval);
    }
  }

  private static void requireBetween(Duration from, Duration interval, Duration to) {
    if (interval.compareTo(from) < 0 || interval.compareTo(to) > 0) {
      throw new IllegalArgumentException(
          "interval %s must be between %s and %s".formatted(interval, from, to));
    }
  }
}
