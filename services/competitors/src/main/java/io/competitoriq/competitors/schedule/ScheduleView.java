package io.competitoriq.competitors.schedule;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A schedule on the wire: either `interval` (ISO 8601, `PT6H`) or `cron` (five fields), a `zone`
/// (IANA, default UTC) and a `jitter` (ISO 8601, default a tenth of the interval, five minutes at
/// most).
public record ScheduleView(
    @Nullable String interval,
    @Nullable String cron,
    @Nullable String zone,
    @Nullable String jitter) {

  /// A schedule as it is shown.
  public static ScheduleView of(Schedule schedule) {
    String zone = schedule.zone().getId();
    String jitter = schedule.jitter().toString();
    return switch (schedule.rhythm()) {
      case Rhythm.Every(Duration interval) ->
          new ScheduleView(interval.toString(), null, zone, jitter);
      case Rhythm.At(CronExpression cron) -> new ScheduleView(null, cron.text(), zone, jitter);
    };
  }
}
