package io.competitoriq.jobs.control;

import io.competitoriq.jobs.JobsConfig;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// A setting of a queue that can be changed while it works. Its name says the unit; values are
/// numbers. Each has bounds, so that a slip of the finger cannot stop or flood a queue.
public enum Setting {
  SLOTS("slots", 1, 1000, true, JobsConfig.Queue::slots),
  LIMIT("limit", 0, 1_000_000, true, JobsConfig.Queue::limit),
  WINDOW("windowSeconds", 1, 3600, false, queue -> seconds(queue.window())),
  TIMEOUT("timeoutSeconds", 0.1, 86_400, false, queue -> seconds(queue.timeout())),
  MAX_ATTEMPTS("maxAttempts", 1, 100, true, JobsConfig.Queue::maxAttempts),
  MAX_DEPTH("maxDepth", 1, 100_000_000, true, JobsConfig.Queue::maxDepth),
  HOST_DELAY("hostDelaySeconds", 0, 3600, false, queue -> seconds(queue.hostDelay())),
  HOST_JOBS("hostJobs", 1, 100, true, JobsConfig.Queue::hostJobs),
  BACKOFF_BASE("backoffBaseSeconds", 0.01, 3600, false, queue -> seconds(queue.backoffBase())),
  BACKOFF_CAP("backoffCapSeconds", 0.01, 604_800, false, queue -> seconds(queue.backoffCap()));

  private final String label;
  private final double least;
  private final double most;
  private final boolean whole;
  private final ToDoubleFunction<JobsConfig.Queue> configured;

  Setting(
      String label,
      double least,
      double most,
      boolean whole,
      ToDoubleFunction<JobsConfig.Queue> configured) {
    this.label = label;
    this.least = least;
    this.most = most;
    this.whole = whole;
    this.configured = configured;
  }

  /// Its name in JSON, such as `timeoutSeconds`.
  public String label() {
    return label;
  }

  /// Its value among the given settings.
  public double in(JobsConfig.Queue settings) {
    return configured.applyAsDouble(settings);
  }

  /// Why the value cannot be set; empty when it can.
  public Optional<String> refusal(double value) {
    if (Double.isNaN(value) || value < least || value > most) {
      return Optional.of(
          "%s must be between %s and %s, not %s."
              .formatted(label, plain(least), plain(most), plain(value)));
    }
    return whole && value != Math.rint(value)
        ? Optional.of("%s must be a whole number, not %s.".formatted(label, plain(value)))
        : Optional.empty();
  }

  public static Optional<Setting> labelled(String label) {
    return Arrays.stream(values()).filter(setting -> setting.label.equals(label)).findFirst();
  }

  /// All labels, for sentences.
  public static String labels() {
    return Arrays.stream(values()).map(Setting::label).collect(Collectors.joining(", "));
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
