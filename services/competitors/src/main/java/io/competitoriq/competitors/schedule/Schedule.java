package io.competitoriq.competitors.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.ZoneId;

/// When a source is visited.
///
/// @param zone IANA zone whose wall clock a cron rhythm follows; intervals do not look at it
/// @param jitter a visit happens up to this much after its planned time, so that a workspace's
///   visits do not come as one wave; zero for none
/// @param window when the site may be visited; a visit planned outside waits for the next opening
public record Schedule(Rhythm rhythm, ZoneId zone, Duration jitter, VisitWindow window) {

  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final Duration LONGEST_DEFAULT_JITTER = Duration.ofMinutes(5);

  public Schedule {
    requireNonNull(rhythm, "rhythm");
    requireNonNull(zone, "zone");
    if (jitter.isNegative()) {
      throw new IllegalArgumentException("jitter must not be negative: " + jitter);
    }
  }

  /// Every `interval`, in UTC, with a jitter of a tenth of it but five minutes at most.
  public static Schedule every(Duration interval) {
    return new Schedule(
        new Rhythm.Every(interval), UTC, defaultJitter(interval), VisitWindow.ALWAYS);
  }

  /// The same with another rhythm.
  public Schedule following(Rhythm other) {
    return new Schedule(other, zone, jitter, window);
  }

  /// The same with what an adaptive schedule before it has learnt; one that starts from another
  /// interval begins anew.
  public Schedule continuing(Schedule before) {
    return rhythm instanceof Rhythm.Adaptive wanted
            && before.rhythm instanceof Rhythm.Adaptive known
            && wanted.start().equals(known.start())
        ? following(wanted.knowing(known))
        : this;
  }

  static Duration defaultJitter(Duration interval) {
    Duration tenth = Duration.ofMillis(interval.toMillis() / 10);
    return tenth.compareTo(LONGEST_DEFAULT_JITTER) < 0 ? tenth : LONGEST_DEFAULT_JITTER;
  }
}
