package io.competitoriq.competitors.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.competitoriq.http.ProblemException;
import io.competitoriq.messages.Collector;
import io.competitoriq.messages.SourceKind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SchedulesTest {

  private final Schedules schedules = new Schedules(new Bounds(Optional.empty()), new Random(1));

  @ParameterizedTest(name = "interval {0}, cron {1}, zone {2}, jitter {3}: {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                |              |             |       | either an interval or a cron
          PT6H  | 0 6 * * *    |             |       | either an interval or a cron
          6h    |              |             |       | write it like "PT6H"
          PT30S |              |             |       | more often than every 1 min
          P400D |              |             |       | longer than a year
          PT6H  |              | Berlin      |       | like "Europe/Berlin"
          PT6H  |              |             | PT7H  | jitter must be between
          PT6H  |              |             | -PT1M | jitter must be between
                | every day    |             |       | write five fields
                | 0 6 * *      |             |       | write five fields
                | 61 6 * * *   |             |       | write five fields
                | 0 0 31 2 *   |             |       | never comes true
          """)
  void refusesAScheduleWithASentenceThatHelps(
      @Nullable String interval,
      @Nullable String cron,
      @Nullable String zone,
      @Nullable String jitter,
      String sentence) {
    // When
    ScheduleView asked = new ScheduleView(interval, cron, zone, jitter, null, null);
    // Then
    assertThatThrownBy(() -> schedules.read(asked))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest(name = "window {0} from {1} to {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          true  |       |       | at least one day
          false | 08:00 |       | both times
          false |       | 20:00 | both times
          false | 8 am  | 20:00 | write it like "08:30"
          false | 25:00 | 20:00 | write it like "08:30"
          """)
  void refusesAWindowWithASentenceThatHelps(
      boolean noDays, @Nullable String from, @Nullable String to, String sentence) {
    // When
    WindowView window = new WindowView(noDays ? List.of() : null, from, to);
    // Then
    assertThatThrownBy(
            () -> schedules.read(new ScheduleView("PT6H", null, null, null, window, null)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void aWindowOfAllDaysAndHoursIsNone() {
    // When
    Schedule schedule =
        schedules.read(
            new ScheduleView("PT6H", null, null, null, new WindowView(null, null, null), null));
    // Then
    assertThat(schedule.window()).isEqualTo(VisitWindow.ALWAYS);
    assertThat(ScheduleView.of(schedule).window()).isNull();
  }

  @Test
  void readsWhatItShows() {
    // Given
    WindowView workHours =
        new WindowView(List.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "08:00", "18:30");
    ScheduleView asked =
        new ScheduleView(null, "0  6 * * 1-5", "Europe/Berlin", "PT5M", workHours, null);
    // When
    Schedule schedule = schedules.read(asked);
    // Then
    assertThat(schedule)
        .isEqualTo(
            new Schedule(
                new Rhythm.At(CronExpression.parse("0 6 * * 1-5")),
                ZoneId.of("Europe/Berlin"),
                Duration.ofMinutes(5),
                new VisitWindow(
                    Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                    LocalTime.of(8, 0),
                    LocalTime.of(18, 30))));
    assertThat(ScheduleView.of(schedule))
        .isEqualTo(new ScheduleView(null, "0 6 * * 1-5", "Europe/Berlin", "PT5M", workHours, null));
  }

  @Test
  void jitterIsATenthOfTheIntervalUnlessSaid() {
    // When
    Schedule often = schedules.read(new ScheduleView("PT10M", null, null, null, null, null));
    Schedule seldom = schedules.read(new ScheduleView("P1D", null, null, null, null, null));
    // Then
    assertThat(often.jitter()).isEqualTo(Duration.ofMinutes(1));
    assertThat(seldom.jitter()).isEqualTo(Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @EnumSource(SourceKind.class)
  void everyKindHasADefaultTheRulesAccept(SourceKind kind) {
    // When
    Schedule page = schedules.defaultFor(kind, Collector.BUILTIN);
    Schedule feed = schedules.defaultFor(kind, Collector.FEED);
    // Then
    assertThat(schedules.read(ScheduleView.of(page))).isEqualTo(page);
    assertThat(schedules.read(ScheduleView.of(feed))).isEqualTo(feed);
  }

  @Test
  void oneConfiguredIntervalReplacesThoseByKind() {
    // Given
    Schedules demo = new Schedules(new Bounds(Optional.of(Duration.ofSeconds(5))), new Random(1));
    // When
    Duration interval = demo.defaultInterval(SourceKind.PRICING, Collector.BUILTIN);
    // Then
    assertThat(interval).isEqualTo(Duration.ofSeconds(5));
  }

  private record Bounds(Optional<Duration> defaultInterval) implements ScheduleConfig {
    @Override
    public String poll() {
      return "off";
    }

    @Override
    public int batch() {
      return 10;
    }

    @Override
    public Duration minInterval() {
      return Duration.ofMinutes(1);
    }

    @Override
    public Duration postpone() {
      return Duration.ofMinutes(1);
    }
  }
}
