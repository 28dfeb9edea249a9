package io.competitoriq.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestartPolicyTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  @ParameterizedTest
  @CsvSource({"1, PT0.5S", "2, PT1S", "3, PT2S", "7, PT30S", "8, PT30S"})
  void pauseDoublesWithEachRecentDeath(int deaths, Duration pause) {
    assertThat(RestartPolicy.pause(deaths(deaths, NOW), NOW)).contains(pause);
  }

  @Test
  void tooManyDeathsAreTheEnd() {
    assertThat(RestartPolicy.pause(deaths(RestartPolicy.MOST_DEATHS + 1, NOW), NOW)).isEmpty();
  }

  @Test
  void deathsOfLongAgoAreForgotten() {
    Instant longAgo = NOW.minus(Duration.ofMinutes(6));
    assertThat(RestartPolicy.pause(deaths(20, longAgo), NOW)).contains(Duration.ofMillis(500));
  }

  private static List<Instant> deaths(int count, Instant at) {
    return IntStream.range(0, count).mapToObj(_ -> at).toList();
  }
}
