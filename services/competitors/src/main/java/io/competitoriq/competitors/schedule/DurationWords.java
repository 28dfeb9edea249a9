package io.competitoriq.competitors.schedule;

import java.time.Duration;

/// Durations, short enough for a sentence.
final class DurationWords {

  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private DurationWords() {}

  /// `PT1M` as "1 min", `PT5S` as "5 s", `PT48H` as "2 days"; parts of a second are left out.
  static String words(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds % DAY == 0 && seconds > DAY) {
      return seconds / DAY + " days";
    }
    if (seconds % HOUR == 0) {
      return seconds / HOUR + " h";
    }
    return seconds % MINUTE == 0 ? seconds / MINUTE + " min" : seconds + " s";
  }
}
