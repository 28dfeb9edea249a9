package io.competitoriq.analysis.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.analysis.alert.Telling.Digest;
import io.competitoriq.analysis.alert.Telling.Mode;
import io.competitoriq.analysis.alert.Telling.QuietHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  /// Quiet from 22:00 to 07:00 in Berlin; summer time begins on 2026-03-29 and ends on 2026-10-25.
  @ParameterizedTest
  @CsvSource({
    "2026-11-20T20:59:59Z, SENT, 2026-11-20T20:59:59Z",
    "2026-11-20T21:00:00Z, HELD, 2026-11-21T06:00:00Z",
    "2026-11-21T05:59:59Z, HELD, 2026-11-21T06:00:00Z",
    "2026-11-21T06:00:00Z, SENT, 2026-11-21T06:00:00Z",
    "2026-07-20T20:00:00Z, HELD, 2026-07-21T05:00:00Z",
    "2026-03-28T23:00:00Z, HELD, 2026-03-29T05:00:00Z",
    "2026-10-24T21:00:00Z, HELD, 2026-10-25T06:00:00Z"
  })
  void quietHoursAreThoseOfTheZone(Instant now, Timing.State state, Instant due) {
    var quiet = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), false);

    assertThat(Timing.of(telling(Mode.IMMEDIATE, "Europe/Berlin", null, quiet, 0), true, now, null))
        .isEqualTo(new Timing(state, due));
  }

  @Test
  void quietHoursWithinOneDayEndThatDay() {
    var quiet = new QuietHours(LocalTime.of(11, 0), LocalTime.of(13, 0), false);

    assertThat(Timing.of(telling(Mode.IMMEDIATE, "UTC", null, quiet, 0), false, NOW, null))
        .isEqualTo(new Timing(Timing.State.HELD, Instant.parse("2026-11-20T13:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource({"true,SENT", "false,HELD"})
  void onlyWhatIsCriticalBreaksQuietHours(boolean critical, Timing.State state) {
    var quiet = new QuietHours(LocalTime.of(11, 0), LocalTime.of(13, 0), true);

    assertThat(
            Timing.of(telling(Mode.IMMEDIATE, "UTC", null, quiet, 0), critical, NOW, null).state())
        .isEqualTo(state);
  }

  /// 2026-11-20 is a Friday; in New York it is 07:00.
  @ParameterizedTest
  @CsvSource({
    "DAILY,  America/New_York, 08:00, ,         2026-11-20T13:00:00Z",
    "DAILY,  America/New_York, 07:00, ,         2026-11-21T12:00:00Z",
    "WEEKLY, America/New_York, 08:00, FRIDAY,   2026-11-20T13:00:00Z",
    "WEEKLY, America/New_York, 06:00, FRIDAY,   2026-11-27T11:00:00Z",
    "WEEKLY, UTC,              08:00, MONDAY,   2026-11-23T08:00:00Z"
  })
  void digestGoesOutAtItsTimeOfTheZone(
      Mode mode, String zone, LocalTime time, @Nullable DayOfWeek day, Instant due) {
    assertThat(Timing.of(telling(mode, zone, new Digest(time, day), null, 0), true, NOW, null))
        .isEqualTo(new Timing(Timing.State.DIGEST, due));
  }

  @Test
  void digestAtATimeThatDaylightSavingSkipsGoesOutAfterTheGap() {
    Instant before = Instant.parse("2026-03-29T00:00:00Z");
    var digest = new Digest(LocalTime.of(2, 30), null);

    assertThat(
            Timing.of(telling(Mode.DAILY, "Europe/Berlin", digest, null, 0), false, before, null))
        .isEqualTo(new Timing(Timing.State.DIGEST, Instant.parse("2026-03-29T01:30:00Z")));
  }

  @ParameterizedTest
  @CsvSource({"0,0,SENT", "59,60,COOLED", "60,60,SENT", "1,0,SENT"})
  void coolDownEndsWhenItIsOver(int minutesAgo, int coolDown, Timing.State state) {
    Instant last = NOW.minus(Duration.ofMinutes(minutesAgo));

    assertThat(Timing.of(telling(Mode.IMMEDIATE, "UTC", null, null, coolDown), false, NOW, last))
        .extracting(Timing::state)
        .isEqualTo(state);
  }

  private static Telling telling(
      Mode mode, String zone, @Nullable Digest digest, @Nullable QuietHours quiet, int coolDown) {
    return new Telling(List.of(), mode, zone, digest, quiet, coolDown);
  }
}
