package io.competitoriq.competitors.schedule;

import java.time.Duration;

/// How a source has been doing.
///
/// @param tally its last visits
/// @param span time from the visit the first of them is compared with to the last of them
public record History(Tally tally, Duration span) {

  public History {
    if (span.isNegative()) {
      throw new IllegalArgumentException("span must not be negative: " + span);
    }
  }

  /// Time from one visit to the next, on average.
  ///
  /// @throws ArithmeticException without a visit
  Duration meanInterval() {
    return span.dividedBy(tally.visits());
  }
}
