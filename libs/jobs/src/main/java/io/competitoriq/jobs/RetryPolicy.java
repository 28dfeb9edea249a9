package io.competitoriq.jobs;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Exponential backoff with jitter, as a value.
///
/// @param base centre of the first delay
/// @param cap centre of the longest delay
public record RetryPolicy(Duration base, Duration cap) {

  private static final int MAX_SHIFT = 20;

  public RetryPolicy {
    if (base.isNegative() || cap.compareTo(base) < 0) {
      throw new IllegalArgumentException("need 0 <= base <= cap, got " + base + " and " + cap);
    }
  }

  public static RetryPolicy of(JobsConfig.Queue queue) {
    return new RetryPolicy(queue.backoffBase(), queue.backoffCap());
  }

  /// Delay before the start after `attempt` failed ones: between half and one and a half times
  /// `min(cap, base * 2^(attempt-1))`, so a failed batch does not come back as one wave; never
  /// shorter than what the other side asked for.
  public Duration delayAfter(int attempt, @Nullable Duration asked, RandomGenerator random) {
    long centre =
        Math.min(cap.toMillis(), base.toMillis() << Math.clamp(attempt - 1, 0, MAX_SHIFT));
    Duration own = Duration.ofMillis((long) (centre * (0.5 + random.nextDouble())));
    return asked != null && asked.compareTo(own) > 0 ? asked : own;
  }
}
