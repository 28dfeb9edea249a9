package io.competitoriq.competitors.schedule;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A schedule on the wire: either `interval` (ISO 8601, `PT6H`) or `cron` (five fields), a `zone`
/// (IANA, default UTC), a `jitter` (ISO 8601, default a tenth of the interval, five minutes at
/// most), a `window` outside of which no planned visit happens (default: always open) and
/// `adaptive` where the interval is only the start and follows the source's changes from there.
public record ScheduleView(
    @Nullable String interval,
    @Nullable String cron,
    @Nullable String zone,
    @Nullable String jitter,
    @Nullable WindowView window,
    @Nullable AdaptiveView adaptive) {

  /// A schedule as it is shown.
  public static ScheduleView of(Schedule schedule) {
    String zone = schedule.zone().getId();
    String jitter = schedule.jitter().toString();
    WindowView window = WindowView.of(schedule.window());
    return switch (schedule.rhythm()) {
      case Rhythm.Every(Duration interval) ->
          new ScheduleView(interval.toString(), null, zone, jitter, window, null);
      case Rhythm.At(CronExpression cron) ->
          new ScheduleView(null, cron.text(), zone, jitter, window, null);
      case Rhythm.Adaptive adaptive ->
          new ScheduleView(
              adaptive.start().toString(), null, zone, jitter, window, AdaptiveView.of(adaptive));
    };
  }

  /// Asks for an adaptive schedule and leaves its interval to the default.
  boolean leavesIntervalOpen() {
    return adaptive != null && interval == null && cron == null;
  }

  ScheduleView startingFrom(Duration start) {
    return new ScheduleView(start.toString(), null, zone, jitter, window, adaptive);
  }
}
