package io.competitoriq.crawl.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120 | 120",
        "0 | 1",
        "999999999 | 3600",
        "Mon, 23 Nov 2026 12:10:00 GMT | 600",
        "Mon, 23 Nov 2026 11:00:00 GMT | 1"
      })
  void bothFormsAreUnderstoodAndBounded(String header, long seconds) {
    assertThat(RetryAfter.parse(Optional.of(header), NOW, Duration.ofHours(1)))
        .hasValue(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"soon", "-5", "12345678901234567890"})
  void anythingElseSaysNothing(String header) {
    assertThat(RetryAfter.parse(Optional.of(header), NOW, Duration.ofHours(1))).isEmpty();
  }
}
