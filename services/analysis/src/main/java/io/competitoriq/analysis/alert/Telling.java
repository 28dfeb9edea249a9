package io.competitoriq.analysis.alert;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.competitoriq.http.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whom a rule tells, when, and how often.
///
/// @param channelIds each hears of it
/// @param zone IANA time zone of all times here
/// @param digest with DAILY and WEEKLY
/// @param coolDownMinutes after it spoke about a competitor, further stories of that competitor
///   only count; 0 to 10080
@JsonIgnoreProperties(ignoreUnknown = true)
public record Telling(
    @NotNull @Size(max = 20) List<@NotNull UUID> channelIds,
    @NotNull Mode mode,
    @NotBlank @Size(max = 60) String zone,
    @Valid @Nullable Digest digest,
    @Valid @Nullable QuietHours quietHours,
    @Min(0) @Max(10_080) int coolDownMinutes) {

  /// At once or collected.
  public enum Mode {
    IMMEDIATE,
    DAILY,
    WEEKLY
  }

  /// When a digest is sent.
  ///
  /// @param day with WEEKLY only
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Digest(@NotNull LocalTime time, @Nullable DayOfWeek day) {}

  /// From one time of day to another, over midnight where `to` is not after `from`.
  ///
  /// @param criticalBreaks stories of severity CRITICAL are told all the same
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record QuietHours(
      @NotNull LocalTime from, @NotNull LocalTime to, boolean criticalBreaks) {}

  ZoneId zoneId() {
    return ZoneId.of(zone);
  }

  /// @throws io.competitoriq.http.ProblemException 400 for parts that do not go together
  void require() {
    try {
      if (!ZoneId.getAvailableZoneIds().contains(zone)) {
        throw new DateTimeException(zone);
      }
    } catch (DateTimeException unknown) {
      throw invalid("zone", "zone must be an IANA time zone such as Europe/Berlin.");
    }
    if ((mode != Mode.IMMEDIATE) != (digest != null)) {
      throw invalid("digest", "digest goes with DAILY and WEEKLY: the time to send it.");
    }
    if (digest != null && (mode == Mode.WEEKLY) != (digest.day() != null)) {
      throw invalid("digest.day", "digest.day goes with WEEKLY.");
    }
    if (quietHours != null && quietHours.from().equals(quietHours.to())) {
      throw invalid("quietHours", "Quiet hours that begin and end at the same time are none.");
    }
  }

  private static RuntimeException invalid(String field, String message) {
    return Problems.badField("telling-invalid", "telling." + field, message);
  }
}
