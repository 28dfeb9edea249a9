package io.competitoriq.competitors.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// `ciq.competitors.schedule.*`: how schedules are bounded and how due sources are picked.
@ConfigMapping(prefix = "ciq.competitors.schedule")
public interface ScheduleConfig {

  /// How often due sources are looked for, `off` for never. Read by the scheduler as text.
  @WithDefault("1s")
  String poll();

  /// Most sources one look picks; the rest waits for the next look.
  @WithDefault("500")
  int batch();

  /// The shortest interval and the shortest distance of cron times a person may ask for.
  @WithDefault("1m")
  Duration minInterval();

  /// One interval for all new sources instead of those by kind; for demonstrations.
  Optional<Duration> defaultInterval();

  /// How long a source waits that was due but could not be handed over (a full queue, a fault).
  @WithDefault("1m")
  Duration postpone();
}
