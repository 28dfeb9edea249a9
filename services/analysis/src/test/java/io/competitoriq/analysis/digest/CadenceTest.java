package io.competitoriq.analysis.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.analysis.digest.Cadence.Frequency;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {

  @ParameterizedTest
  @CsvSource({
    // The clock goes back on 25 October 2026: the local time stays, the day has 25 hours.
    ",       2026-10-24T05:00:00Z, 2026-10-25T06:00:00Z, 2026-10-24T05:00:00Z",
    ",       2026-10-24T04:59:59Z, 2026-10-24T05:00:00Z, 2026-10-23T05:00:00Z",
    "MONDAY, 2026-11-27T05:00:00Z, 2026-11-30T06:00:00Z, 2026-11-23T06:00:00Z",
    "MONDAY, 2026-11-30T06:00:00Z, 2026-12-07T06:00:00Z, 2026-11-30T06:00:00Z",
    "FRIDAY, 2026-11-27T05:59:00Z, 2026-11-27T06:00:00Z, 2026-11-20T06:00:00Z"
  })
  void editionsComeOutAtTheLocalTime(
      @Nullable DayOfWeek day, Instant after, Instant next, Instant before) {
    Cadence cadence =
        new Cadence(
            day == null ? Frequency.DAILY : Frequency.WEEKLY,
            LocalTime.of(7, 0),
            day,
            "Europe/Berlin");

    assertThat(cadence.next(after)).isEqualTo(next);
    assertThat(cadence.before(next)).isEqualTo(before);
  }
}
