package io.competitoriq.competitors.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/// When a site may be visited: on some days of the week, between two times on the wall clock of the
/// schedule's zone.
///
/// @param days the days on which a window opens, at least one
/// @param from when it opens
/// @param to when it closes; a `to` that is not after `from` is a time of the next day, so that
///   equal times mean a whole day
public record VisitWindow(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

  /// Any time.
  public static final VisitWindow ALWAYS =
      new VisitWindow(EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  /// One that opened yesterday may still be open, and the next opens within a week, or two where
  /// clocks turn.
  private static final int DAYS_TO_LOOK_AT = 16;

  public VisitWindow {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a window needs a day");
    }
    days = Set.copyOf(days);
  }

  /// `moment` itself while the window is open, else the next opening. A window that turned clocks
  /// leave no time for is passed over.
  Instant openAt(Instant moment, ZoneId zone) {
    LocalDate yesterday = LocalDate.ofInstant(moment, zone).minusDays(1);
    return yesterday
        .datesUntil(yesterday.plusDays(DAYS_TO_LOOK_AT))
        .filter(date -> days.contains(date.getDayOfWeek()))
        .filter(date -> moment.isBefore(closing(date, zone)))
        .filter(date -> opening(date, zone).isBefore(closing(date, zone)))
        .findFirst()
        .map(date -> opening(date, zone))
        .filter(moment::isBefore)
        .orElse(moment);
  }

  private Instant opening(LocalDate date, ZoneId zone) {
    return ZonedDateTime.of(date, from, zone).toInstant();
  }

  private Instant closing(LocalDate date, ZoneId zone) {
    LocalDate day = to.isAfter(from) ? date : date.plusDays(1);
    return ZonedDateTime.of(day, to, zone).toInstant();
  }
}
