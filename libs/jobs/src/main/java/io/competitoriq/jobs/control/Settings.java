package io.competitoriq.jobs.control;

import io.competitoriq.jobs.JobsConfig;
import java.time.Duration;
import java.util.Map;

/// The settings in force: the configuration, with what operators changed laid over it.
public record Settings(
    int slots,
    int limit,
    Duration window,
    Duration timeout,
    int maxAttempts,
    int maxDepth,
    Duration hostDelay,
    int hostJobs,
    Duration backoffBase,
    Duration backoffCap)
    implements JobsConfig.Queue {

  public static JobsConfig.Queue of(JobsConfig.Queue configured, Map<Setting, Double> overrides) {
    return overrides.isEmpty() ? configured : overlaid(new Overlay(configured, overrides));
  }

  private static Settings overlaid(Overlay values) {
    return new Settings(
        values.number(Setting.SLOTS),
        values.number(Setting.LIMIT),
        values.time(Setting.WINDOW),
        values.time(Setting.TIMEOUT),
        values.number(Setting.MAX_ATTEMPTS),
        values.number(Setting.MAX_DEPTH),
        values.time(Setting.HOST_DELAY),
        values.number(Setting.HOST_JOBS),
        values.time(Setting.BACKOFF_BASE),
        values.time(Setting.BACKOFF_CAP));
  }

  private record Overlay(JobsConfig.Queue configured, Map<Setting, Double> overrides) {

    double value(Setting setting) {
      Double override = overrides.get(setting);
      return override == null ? setting.in(configured) : override;
    }

    int number(Setting setting) {
      return (int) value(setting);
    }

    Duration time(Setting setting) {
      return Duration.ofMillis(Math.round(value(setting) * 1000));
    }
  }
}
