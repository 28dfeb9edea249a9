package io.competitoriq.competitors.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextVisitTest {

  /// Berlin 2026: 29 March 02:00 -> 03:00 (gap), 25 October 03:00 -> 02:00 (overlap).
  @ParameterizedTest(name = "{0} in {1} after {2} is {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 6 * * *     | UTC            | 2026-11-23T05:59:59Z | 2026-11-23T06:00:00Z
          0 6 * * *     | UTC            | 2026-11-23T06:00:00Z | 2026-11-24T06:00:00Z
          0 6 * * *     | Europe/Berlin  | 2026-11-23T04:00:00Z | 2026-11-23T05:00:00Z
          0 6 * * *     | Europe/Berlin  | 2026-07-01T04:00:00Z | 2026-07-02T04:00:00Z
          0 9 * * 1-5   | UTC            | 2026-11-20T09:00:00Z | 2026-11-23T09:00:00Z
          */15 * * * *  | UTC            | 2026-11-23T10:07:30Z | 2026-11-23T10:15:00Z
          0 0 29 2 *    | UTC            | 2026-11-23T10:00:00Z | 2028-02-29T00:00:00Z
          0 12 1 * *    | Asia/Kathmandu | 2026-11-23T10:00:00Z | 2026-12-01T06:15:00Z
          30 2 * * *    | Europe/Berlin  | 2026-03-28T02:00:00Z | 2026-03-29T01:00:00Z
          30 2 * * *    | Europe/Berlin  | 2026-03-29T01:00:00Z | 2026-03-30T00:30:00Z
          0 3 * * *     | Europe/Berlin  | 2026-03-28T03:00:00Z | 2026-03-29T01:00:00Z
          0 * * * *     | Europe/Berlin  | 2026-03-29T00:00:00Z | 2026-03-29T01:00:00Z
          30 * * * *    | Europe/Berlin  | 2026-03-29T00:30:00Z | 2026-03-29T01:30:00Z
          30 2 * * *    | Europe/Berlin  | 2026-10-24T12:00:00Z | 2026-10-25T00:30:00Z
          30 2 * * *    | Europe/Berlin  | 2026-10-25T00:30:00Z | 2026-10-26T01:30:00Z
          30 2 * * *    | Europe/Berlin  | 2026-10-25T01:10:00Z | 2026-10-26T01:30:00Z
          0 * * * *     | Europe/Berlin  | 2026-10-24T23:30:00Z | 2026-10-25T00:00:00Z
          0 * * * *     | Europe/Berlin  | 2026-10-25T00:00:00Z | 2026-10-25T01:00:00Z
          0 * * * *     | Europe/Berlin  | 2026-10-25T01:00:00Z | 2026-10-25T02:00:00Z
          */20 * * * *  | Europe/Berlin  | 2026-10-25T00:40:00Z | 2026-10-25T01:00:00Z
          */20 * * * *  | Europe/Berlin  | 2026-10-25T01:00:00Z | 2026-10-25T01:20:00Z
          */20 * * * *  | Europe/Berlin  | 2026-10-25T01:40:00Z | 2026-10-25T02:00:00Z
          30 1 * * *    | Europe/Berlin  | 2026-10-25T00:10:00Z | 2026-10-26T00:30:00Z
          30 1 * * *    | America/New_York | 2026-11-01T04:00:00Z | 2026-11-01T05:30:00Z
          30 1 * * *    | America/New_York | 2026-11-01T05:30:00Z | 2026-11-02T06:30:00Z
          45 1 * * *    | Australia/Lord_Howe | 2026-04-04T12:00:00Z | 2026-04-04T14:45:00Z
          """)
  void followsTheCalendarOfItsZone(String cron, String zone, Instant after, Instant expected) {
    // Given
    Schedule schedule =
        new Schedule(
            new Rhythm.At(CronExpression.parse(cron)),
            ZoneId.of(zone),
            Duration.ZERO,
            VisitWindow.ALWAYS);
    // When
    Instant next = NextVisit.after(schedule, after, new Random(1));
    // Then
    assertThat(next).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"PT1M,PT0S", "PT6H,PT5M", "P7D,PT1H", "PT2S,PT0.5S"})
  void comesAfterTheIntervalAndWithinTheJitter(Duration interval, Duration jitter) {
    // Given
    Instant last = Instant.parse("2026-11-23T10:00:00Z");
    Schedule schedule =
        new Schedule(new Rhythm.Every(interval), ZoneId.of("UTC"), jitter, VisitWindow.ALWAYS);
    RandomGenerator random = new Random(7);
    // When
    List<Instant> drawn =
        LongStream.range(0, 200).mapToObj(_ -> NextVisit.after(schedule, last, random)).toList();
    // Then
    assertThat(drawn)
        .allSatisfy(
            next ->
                assertThat(next).isBetween(last.plus(interval), last.plus(interval).plus(jitter)));
  }

  @Test
  void missedSlotsAreNotMadeUp() {
    // Given a service that was down for three days
    Schedule hourly =
        new Schedule(
            new Rhythm.Every(Duration.ofHours(1)),
            ZoneId.of("UTC"),
            Duration.ZERO,
            VisitWindow.ALWAYS);
    Instant back = Instant.parse("2026-11-26T10:17:00Z");
    // When the one overdue visit is made
    Instant next = NextVisit.after(hourly, back, new Random(1));
    // Then
    assertThat(next).isEqualTo(Instant.parse("2026-11-26T11:17:00Z"));
  }

  @Test
  void hourlyCronFollowsRealTimeThroughAWholeDayOfTurnedClocks() {
    // Given
    Schedule hourly =
        new Schedule(
            new Rhythm.At(CronExpression.parse("0 * * * *")),
            ZoneId.of("Europe/Berlin"),
            Duration.ZERO,
            VisitWindow.ALWAYS);
    // When
    List<Instant> visits = visits(hourly, Instant.parse("2026-10-24T22:00:00Z"), 25);
    List<Instant> inSpring = visits(hourly, Instant.parse("2026-03-28T23:00:00Z"), 23);
    // Then
    assertThat(visits.getLast()).isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
    assertThat(inSpring.getLast()).isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
  }

  /// 23 November 2026 is a Monday; Berlin turns clocks 29 March 02:00 -> 03:00.
  @ParameterizedTest(name = "{0} {1}-{2} in {3}: planned {4}, visited {5}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MONDAY,TUESDAY | 08:00 | 20:00 | UTC           | 2026-11-23T09:00:00Z | 2026-11-23T09:00:00Z
          MONDAY,TUESDAY | 08:00 | 20:00 | UTC           | 2026-11-23T08:00:00Z | 2026-11-23T08:00:00Z
          MONDAY,TUESDAY | 08:00 | 20:00 | UTC           | 2026-11-23T07:59:59Z | 2026-11-23T08:00:00Z
          MONDAY,TUESDAY | 08:00 | 20:00 | UTC           | 2026-11-23T20:00:00Z | 2026-11-24T08:00:00Z
          MONDAY,TUESDAY | 08:00 | 20:00 | UTC           | 2026-11-25T09:00:00Z | 2026-11-30T08:00:00Z
          MONDAY         | 08:00 | 20:00 | Europe/Berlin | 2026-11-23T06:00:00Z | 2026-11-23T07:00:00Z
          FRIDAY         | 22:00 | 06:00 | UTC           | 2026-11-28T03:00:00Z | 2026-11-28T03:00:00Z
          FRIDAY         | 22:00 | 06:00 | UTC           | 2026-11-28T06:00:00Z | 2026-12-04T22:00:00Z
          SATURDAY       | 00:00 | 00:00 | UTC           | 2026-11-28T23:59:00Z | 2026-11-28T23:59:00Z
          SATURDAY       | 00:00 | 00:00 | UTC           | 2026-11-29T00:00:00Z | 2026-12-05T00:00:00Z
          SUNDAY         | 02:15 | 04:00 | Europe/Berlin | 2026-03-29T00:30:00Z | 2026-03-29T01:15:00Z
          SUNDAY         | 02:15 | 02:45 | Europe/Berlin | 2026-03-29T00:30:00Z | 2026-03-29T01:15:00Z
          SUNDAY         | 02:50 | 03:10 | Europe/Berlin | 2026-03-29T00:30:00Z | 2026-04-05T00:50:00Z
          """)
  void aVisitOutsideItsWindowWaitsForTheNextOpening(
      String days, LocalTime from, LocalTime to, String zone, Instant planned, Instant expected) {
    // Given
    Duration interval = Duration.ofHours(1);
    Schedule schedule =
        new Schedule(
            new Rhythm.Every(interval), ZoneId.of(zone), Duration.ZERO, window(days, from, to));
    // When
    Instant next = NextVisit.after(schedule, planned.minus(interval), new Random(1));
    // Then
    assertThat(next).isEqualTo(expected);
  }

  @Test
  void whatWaitedForAWindowIsSpreadOverTheJitterAndStaysInside() {
    // Given
    VisitWindow window = window("MONDAY", LocalTime.of(8, 0), LocalTime.of(8, 10));
    Schedule schedule =
        new Schedule(
            new Rhythm.Every(Duration.ofHours(6)),
            ZoneId.of("UTC"),
            Duration.ofMinutes(15),
            window);
    RandomGenerator random = new Random(7);
    // When
    List<Instant> drawn =
        LongStream.range(0, 200)
            .mapToObj(_ -> NextVisit.after(schedule, Instant.parse("2026-11-24T00:00:00Z"), random))
            .toList();
    // Then
    Instant opening = Instant.parse("2026-11-30T08:00:00Z");
    assertThat(drawn)
        .allSatisfy(
            next ->
                assertThat(next)
                    .isBetween(opening, opening.plus(Duration.ofMinutes(10)).minusNanos(1)));
    assertThat(new HashSet<>(drawn)).hasSizeGreaterThan(100);
  }

  private static VisitWindow window(String days, LocalTime from, LocalTime to) {
    return new VisitWindow(
        Stream.of(days.split(",", -1)).map(DayOfWeek::valueOf).collect(Collectors.toSet()),
        from,
        to);
  }

  private static List<Instant> visits(Schedule schedule, Instant from, int count) {
    List<Instant> visits = new ArrayList<>();
    Instant at = from;
    while (visits.size() < count) {
      at = NextVisit.after(schedule, at, new Random(1));
      visits.add(at);
    }
    return visits;
  }
}
