package io.competitoriq.crawl.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SilenceTest {

  private static final Instant START = Instant.parse("2026-06-01T08:00:00Z");

  @Test
  void aWeeklySourceIsSilentAfterMoreThanFourWeeks() {
    List<Instant> weekly = changes(21, 14, 7, 0);

    assertThat(Silence.of(weekly, day(21 + 28))).isEmpty();
    assertThat(Silence.of(weekly, day(21 + 29)))
        .contains(
            new Silence(
                day(21),
                29,
                7,
                "Nothing new since 2026-06-22, for 29 days; before, something came about every 7 days.",
                "Open the page and see whether its news moved to another address; if there is none, all is well."));
  }

  @Test
  void aDailySourceIsGivenTwoWeeks() {
    List<Instant> daily = changes(4, 3, 2, 1, 0);

    assertThat(Silence.of(daily, day(18))).isEmpty();
    assertThat(Silence.of(daily, day(19)))
        .hasValueSatisfying(told -> assertThat(told.reason()).endsWith("about every day."));
  }

  @Test
  void twoGapsAreNoHistory() {
    assertThat(Silence.of(changes(2, 1, 0), day(300))).isEmpty();
    assertThat(Silence.of(List.of(), day(300))).isEmpty();
  }

  @Test
  void oneLongHolidayDoesNotMakeASourceSlow() {
    assertThat(Silence.of(changes(93, 92, 91, 1, 0), day(93 + 15))).isPresent();
  }

  @Test
  void aSlowSourceMayTakeItsTime() {
    assertThat(Silence.of(changes(90, 60, 30, 0), day(90 + 100))).isEmpty();
  }

  @Test
  void whatWasNotVisitedIsNotSilent() {
    List<Instant> weekly = changes(21, 14, 7, 0);

    assertThat(Silence.of(weekly, null)).isEmpty();
    assertThat(Silence.of(weekly, day(22))).isEmpty();
  }

  private static List<Instant> changes(int... days) {
    return Arrays.stream(days).mapToObj(SilenceTest::day).toList();
  }

  private static Instant day(int day) {
    return START.plus(Duration.ofDays(day));
  }
}
