package io.competitoriq.analysis.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Friday, 27 November 2026.
class PeriodsTest {

  private final Periods periods = new Periods(ZoneId.of("UTC"), LocalDate.of(2026, 11, 27));

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "what changed last quarter, 2026-07-01, 2026-10-01",
        "what changed this quarter, 2026-10-01, -",
        "changes since March, 2026-03-01, -",
        "changes since December, 2025-12-01, -",
        "what changed in 2026-05, 2026-05-01, 2026-06-01",
        "prices as of 2026-05-03, 2026-05-03, 2026-05-04",
        "what happened on May 3rd, 2026-05-03, 2026-05-04",
        "what happened on 3 May 2025, 2025-05-03, 2025-05-04",
        "what changed in May, 2026-05-01, 2026-06-01",
        "changes between May and July, 2026-05-01, 2026-08-01",
        "changes from November to January, 2025-11-01, 2026-02-01",
        "what changed in the last 30 days, 2026-10-28, -",
        "over the past two weeks, 2026-11-13, -",
        "what changed yesterday, 2026-11-26, 2026-11-27",
        "what changed today, 2026-11-27, -",
        "last week, 2026-11-16, 2026-11-23",
        "this week, 2026-11-23, -",
        "since Monday, 2026-11-23, -",
        "two things 3 months ago, 2026-08-01, 2026-09-01",
        "since last month, 2026-10-01, -",
        "in Q1 2025, 2025-01-01, 2025-04-01",
        "anything before 2026, -, 2026-01-01",
        "what did they do recently, 2026-10-28, -",
      })
  void timeOfAQuestionIsReadAsAPersonWould(String question, LocalDate from, LocalDate to) {
    Period period = periods.find(question).orElseThrow();

    assertThat(period.from()).isEqualTo(from == null ? null : start(from));
    assertThat(period.to()).isEqualTo(to == null ? null : start(to));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what does Pro cost per month",
        "may I see the plans",
        "what may happen",
        "how many tickets in 300 languages",
        "is it open on 2026-13-45",
        "the last plan",
      })
  void whatNamesNoTimeIsNone(String question) {
    assertThat(periods.find(question)).isEmpty();
  }

  @Test
  void daysBeginWhereWhoAsksLives() {
    var tokyo = new Periods(ZoneId.of("Asia/Tokyo"), LocalDate.of(2026, 11, 27));

    assertThat(tokyo.find("since yesterday").orElseThrow().from())
        .isEqualTo(Instant.parse("2026-11-25T15:00:00Z"));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneId.of("UTC")).toInstant();
  }
}
