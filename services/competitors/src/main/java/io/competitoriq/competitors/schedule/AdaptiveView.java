package io.competitoriq.competitors.schedule;

import static io.competitoriq.competitors.schedule.DurationWords.words;

import io.competitoriq.competitors.schedule.Rhythm.Adaptive;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a schedule follows the changes of its source, on the wire. Intervals are ISO 8601.
///
/// @param shortest most often; null for a quarter of the schedule's interval
/// @param longest least often; null for eight times the schedule's interval
/// @param current the interval at present; told, never asked for
/// @param why one sentence about it; told, never asked for
public record AdaptiveView(
    @Nullable String shortest,
    @Nullable String longest,
    @Nullable String current,
    @Nullable String why) {

  /// As it is shown.
  static AdaptiveView of(Adaptive rhythm) {
    return new AdaptiveView(
        rhythm.shortest().toString(),
        rhythm.longest().toString(),
        rhythm.current().toString(),
        why(rhythm));
  }

  private static String why(Adaptive rhythm) {
    String every = "every " + words(rhythm.current());
    if (!AdaptiveInterval.enough(rhythm.seen())) {
      return "Too few visits yet to tell how often it changes: " + every + ".";
    }
    return "%s in the last %d visits: %s%s."
        .formatted(changed(rhythm.seen()), rhythm.seen().visits(), every, bound(rhythm));
  }

  private static String changed(Tally seen) {
    return switch (seen.changes()) {
      case 0 -> "No change";
      case 1 -> "Changed once";
      default -> "Changed " + seen.changes() + " times";
    };
  }

  private static String bound(Adaptive rhythm) {
    Duration current = rhythm.current();
    if (current.equals(rhythm.longest())) {
      return ", the longest set";
    }
    return current.equals(rhythm.shortest()) ? ", the shortest set" : "";
  }
}
