package io.competitoriq.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RateLimitsTest {

  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");

  @ParameterizedTest
  @MethodSource("refusals")
  void refusedCallComesBackWhenItIsTold(Map<String, String> headers, Optional<Duration> wait) {
    // When
    Optional<Duration> found = new RateLimits(headers).refused(NOW);
    // Then
    assertThat(found).isEqualTo(wait);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        arguments(Map.of(), Optional.empty()),
        arguments(Map.of("retry-after", "7"), seconds(7)),
        arguments(Map.of("retry-after", "Fri, 27 Nov 2026 08:00:30 GMT"), seconds(30)),
        arguments(Map.of("retry-after", "Fri, 27 Nov 2026 07:00:00 GMT"), Optional.empty()),
        arguments(Map.of("retry-after", "7", "retry-after-ms", "2000"), seconds(2)),
        arguments(Map.of("retry-after", "7", "x-ratelimit-reset-tokens", "6m0s"), seconds(7)),
        arguments(Map.of("x-ratelimit-reset-tokens", "6m0s"), seconds(360)),
        arguments(
            Map.of("x-ratelimit-reset-requests", "12ms", "x-ratelimit-reset-tokens", "1.5s"),
            Optional.of(Duration.ofMillis(1500))),
        arguments(Map.of("x-ratelimit-reset-requests", "8h"), seconds(3600)),
        arguments(Map.of("x-ratelimit-reset-requests", "-1"), Optional.empty()),
        arguments(Map.of("x-ratelimit-reset-requests", "0s"), Optional.empty()),
        arguments(Map.of("x-ratelimit-reset-requests", "soon"), Optional.empty()));
  }

  @ParameterizedTest
  @MethodSource("buckets")
  void nextCallWaitsUntilTheBucketHoldsEnough(
      String bucket, String limit, String remaining, String reset, Duration wait) {
    // Given
    var limits =
        new RateLimits(
            Map.of(
                "x-ratelimit-limit-" + bucket, limit,
                "x-ratelimit-remaining-" + bucket, remaining,
                "x-ratelimit-reset-" + bucket, reset));
    // When
    Duration found = limits.untilNext(5000);
    // Then
    assertThat(found).isEqualTo(wait);
  }

  static Stream<Arguments> buckets() {
    return Stream.of(
        arguments("requests", "60", "59", "1s", Duration.ZERO),
        arguments("requests", "60", "1", "59s", Duration.ZERO),
        arguments("requests", "60", "0", "1m0s", Duration.ofSeconds(1)),
        arguments("tokens", "60000", "5000", "55s", Duration.ZERO),
        arguments("tokens", "60000", "0", "60s", Duration.ofSeconds(5)),
        arguments("tokens", "60000", "3000", "57s", Duration.ofSeconds(2)),
        arguments("tokens", "1000", "0", "60s", Duration.ofSeconds(60)),
        arguments("tokens", "-1", "0", "60s", Duration.ZERO),
        arguments("tokens", "0", "0", "0s", Duration.ZERO),
        arguments("requests", "1", "0", "24h", Duration.ofHours(1)));
  }

  private static Optional<Duration> seconds(long seconds) {
    return Optional.of(Duration.ofSeconds(seconds));
  }
}
