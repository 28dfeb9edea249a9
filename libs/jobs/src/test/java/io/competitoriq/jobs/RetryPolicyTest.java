package io.competitoriq.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

  private static final RetryPolicy POLICY =
      new RetryPolicy(Duration.ofSeconds(5), Duration.ofMinutes(15));

  /// Always the middle of the jitter.
  private static final RandomGenerator MIDDLE =
      new RandomGenerator() {
        @Override
        public long nextLong() {
          return Long.MIN_VALUE;
        }

        @Override
        public double nextDouble() {
          return 0.5;
        }
      };

  @ParameterizedTest
  @CsvSource({"1,5", "2,10", "3,20", "8,640", "9,900", "60,900", "1000,900"})
  void delayDoublesUpToTheCap(int attempt, long seconds) {
    assertThat(POLICY.delayAfter(attempt, null, MIDDLE)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void jitterSpreadsABatchBetweenHalfAndOneAndAHalf() {
    var random = new SplittableRandom(1);
    for (int i = 0; i < 1000; i++) {
      assertThat(POLICY.delayAfter(1, null, random))
          .isBetween(Duration.ofMillis(2500), Duration.ofMillis(7500));
    }
  }

  @Test
  void theOtherSidesWishCountsWhenItIsLonger() {
    assertThat(POLICY.delayAfter(1, Duration.ofMinutes(2), MIDDLE))
        .isEqualTo(Duration.ofMinutes(2));
    assertThat(POLICY.delayAfter(1, Duration.ofSeconds(1), MIDDLE))
        .isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void capBelowBaseIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetryPolicy(Duration.ofSeconds(5), Duration.ofSeconds(1)));
  }
}
