package io.competitoriq.analysis.alert;

import io.competitoriq.analysis.alert.Telling.Digest;
import io.competitoriq.analysis.alert.Telling.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/// When people hear of a story a rule speaks about. Pure. Local times are those of the rule's zone;
/// one that daylight saving skips is the first after the gap, one that comes twice the first of the
/// two (java.time's rules).
///
/// @param state what became of it
/// @param dueAt when it is told; for COOLED when it would have been
record Timing(State state, Instant dueAt) {

  /// What becomes of a story a rule speaks about.
  enum State {
    SENT,
    /// Told when the quiet hours are over.
    HELD,
    /// Told in the next digest.
    DIGEST,
    /// Counted only: the rule spoke about the competitor a short while ago.
    COOLED
  }

  /// @param lastFired when the rule last spoke about the competitor; null never
  static Timing of(Telling telling, boolean critical, Instant now, @Nullable Instant lastFired) {
    Duration coolDown = Duration.ofMinutes(telling.coolDownMinutes());
    if (lastFired != null && lastFired.plus(coolDown).isAfter(now)) {
      return new Timing(State.COOLED, now);
    }
    ZonedDateTime local = now.atZone(telling.zoneId());
    Digest digest = telling.digest();
    if (digest != null) {
      return new Timing(State.DIGEST, next(digest, local).toInstant());
    }
    QuietHours quiet = telling.quietHours();
    if (quiet == null || (critical && quiet.criticalBreaks()) || !within(quiet, local)) {
      return new Timing(State.SENT, now);
    }
    return new Timing(State.HELD, next(local, quiet.to()).toInstant());
  }

  private static boolean within(QuietHours quiet, ZonedDateTime local) {
    LocalTime time = local.toLocalTime();
    boolean afterFrom = !time.isBefore(quiet.from());
    boolean beforeTo = time.isBefore(quiet.to());
    return quiet.from().isBefore(quiet.to()) ? afterFrom && beforeTo : afterFrom || beforeTo;
  }

  private static ZonedDateTime next(Digest digest, ZonedDateTime local) {
    if (digest.day() == null) {
      return next(local, digest.time());
    }
    LocalDate day = local.toLocalDate().with(TemporalAdjusters.nextOrSame(digest.day()));
    ZonedDateTime at = at(day, digest.time(), local.getZone());
    return at.isAfter(local) ? at : at(day.plusWeeks(1), digest.time(), local.getZone());
  }

  private static ZonedDateTime next(ZonedDateTime local, LocalTime time) {
    ZonedDateTime today = at(local.toLocalDate(), time, local.getZone());
    return today.isAfter(local)
        ? today
        : at(local.toLocalDate().plusDays(1), time, local.getZone());
  }

  private static ZonedDateTime at(LocalDate day, LocalTime time, ZoneId zone) {
    return ZonedDateTime.of(day, time, zone);
  }
}
