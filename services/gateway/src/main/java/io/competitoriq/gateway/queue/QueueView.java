package io.competitoriq.gateway.queue;

import io.competitoriq.jobs.JobsConfig;
import io.competitoriq.jobs.admin.QueueStatus;
import io.competitoriq.jobs.control.Setting;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A queue as an operator sees it.
///
/// @param mode `tickets`, `direct` (a worker works without Redis) or `idle` (nobody works it)
/// @param redisGeneration which life of Redis the tickets were last built for, "" before the first
/// @param settings by name
record QueueView(
    String queue,
    boolean paused,
    boolean draining,
    String mode,
    DepthView depth,
    double oldestAgeSeconds,
    double oldestInflightSeconds,
    QueueStatus.Rates ratesPerMinute,
    QueueStatus.Limiter limiter,
    WorkforceView workers,
    String redisGeneration,
    @Nullable Long tickets,
    Map<String, SettingView> settings) {

  /// Jobs by state.
  record DepthView(long ready, long delayed, long inflight, long dead) {}

  /// Processes that work the queue.
  record WorkforceView(long total, long draining, long direct) {}

  /// @param origin `configuration`, or `operator` when it was changed at run time
  record SettingView(double value, String origin, double configured) {}

  static QueueView of(QueueStatus status) {
    var depth = status.depth();
    var workforce = status.workforce();
    return new QueueView(
        depth.queue(),
        status.control().paused(),
        status.control().draining(),
        workforce.mode(),
        new DepthView(depth.ready(), depth.delayed(), depth.running(), depth.dead()),
        depth.oldestAge().toMillis() / 1000.0,
        depth.oldestInflight().toMillis() / 1000.0,
        status.rates(),
        status.limiter(),
        new WorkforceView(workforce.workers(), workforce.draining(), workforce.direct()),
        status.redisGeneration(),
        status.tickets().orElse(null),
        settings(status));
  }

  private static Map<String, SettingView> settings(QueueStatus status) {
    JobsConfig.Queue inForce = status.settings();
    Map<String, SettingView> settings = new LinkedHashMap<>();
    Arrays.stream(Setting.values())
        .forEach(
            setting ->
                settings.put(
                    setting.label(),
                    new SettingView(
                        setting.in(inForce),
                        status.control().overrides().containsKey(setting)
                            ? "operator"
                            : "configuration",
                        setting.in(status.configured()))));
    return settings;
  }
}
