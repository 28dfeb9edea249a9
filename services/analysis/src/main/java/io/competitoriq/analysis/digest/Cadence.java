package io.competitoriq.analysis.digest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.competitoriq.http.Problems;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/// When editions come out. A local time that daylight saving skips is the first after the gap, one
/// that comes twice the first of the two (java.time's rules).
///
/// @param time local time of day in `zone`
/// @param day with WEEKLY only
/// @param zone IANA time zone
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record Cadence(
    @NotNull Frequency frequency,
    @NotNull LocalTime time,
    @Nullable DayOfWeek day,
    @NotBlank @Size(max = 60) String zone) {

  /// How often.
  public enum Frequency {
    DAILY,
    WEEKLY
  }

  /// @throws io.competitoriq.http.ProblemException 400 for parts that do not go together
  void require() {
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      throw invalid("zone", "zone must be an IANA time zone such as Europe/Berlin.");
    }
    if ((frequency == Frequency.WEEKLY) != (day != null)) {
      throw invalid("day", "day goes with WEEKLY: the day of the week an edition comes out.");
    }
  }

  /// The first time after this one.
  Instant next(Instant after) {
    ZonedDateTime local = after.atZone(ZoneId.of(zone));
    ZonedDateTime at = at(first(local.toLocalDate()));
    return (at.toInstant().isAfter(after) ? at : at(later(at.toLocalDate()))).toInstant();
  }

  /// One period before, at the same local time.
  Instant before(Instant end) {
    ZonedDateTime local = end.atZone(ZoneId.of(zone));
    return local.minusDays(frequency == Frequency.WEEKLY ? 7 : 1).toInstant();
  }

  private LocalDate first(LocalDate from) {
    return day == null ? from : from.with(TemporalAdjusters.nextOrSame(day));
  }

  private LocalDate later(LocalDate date) {
    return date.plusDays(frequency == Frequency.WEEKLY ? 7 : 1);
  }

  private ZonedDateTime at(LocalDate date) {
    return ZonedDateTime.of(date, time.truncatedTo(ChronoUnit.SECONDS), ZoneId.of(zone));
  }

  private static RuntimeException invalid(String field, String message) {
    return Problems.badField("cadence-invalid", "cadence." + field, message);
  }
}
