package io.competitoriq.crawl.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// How long a server asks us to stay away. Pure.
public final class RetryAfter {
  private RetryAfter() {}

  /// Reads both forms of the header (seconds, HTTP date); empty when it is missing or neither.
  /// Never shorter than a second, never longer than `cap`.
  public static Optional<Duration> parse(Optional<String> header, Instant now, Duration cap) {
    return header.flatMap(value -> read(value.strip(), now)).map(delay -> bounded(delay, cap));
  }

  private static Optional<Duration> read(String value, Instant now) {
    if (value.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now, until));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration bounded(Duration delay, Duration cap) {
    Duration atLeast = delay.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : delay;
    return atLeast.compareTo(cap) > 0 ? cap : atLeast;
  }
}
