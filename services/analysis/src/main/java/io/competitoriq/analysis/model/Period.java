package io.competitoriq.analysis.model;

import java.time.LocalDate;

/// What a budget counts by, in UTC.
enum Period {
  DAY,
  MONTH;

  LocalDate startOf(LocalDate day) {
    return this == DAY ? day : day.withDayOfMonth(1);
  }
}
