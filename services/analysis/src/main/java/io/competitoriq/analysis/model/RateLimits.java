package io.competitoriq.analysis.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the headers of an answer say about when to come back. Pure. Values that make no sense (some
/// servers send -1 or 0 for "no limit") say nothing.
///
/// @param headers names in lower case
record RateLimits(Map<String, String> headers) {

  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final Pattern DURATION =
      Pattern.compile(
          "(?:(\\d{1,4})h)?(?:(\\d{1,5})m)?(?:(\\d{1,6}(?:\\.\\d{1,9})?)s)?(?:(\\d{1,9})ms)?");

  /// How long a refused call has to wait: `Retry-After`, or else until the buckets are full again.
  Optional<Duration> refused(Instant now) {
    return retryAfter(now)
        .or(
            () ->
                Stream.of("requests", "tokens")
                    .flatMap(bucket -> reset(bucket).stream())
                    .max(Duration::compareTo))
        .map(RateLimits::bounded);
  }

  /// How long the next call has to wait so as not to be refused; zero when it fits.
  ///
  /// @param tokens most it may use
  Duration untilNext(long tokens) {
    Duration requestsWait = deficit("requests", 1);
    Duration tokensWait = deficit("tokens", tokens);
    return bounded(requestsWait.compareTo(tokensWait) > 0 ? requestsWait : tokensWait);
  }

  /// A reset header tells when the bucket is full, which is later than when it holds enough.
  private Duration deficit(String bucket, long wanted) {
    OptionalLong limit = number("x-ratelimit-limit-" + bucket);
    OptionalLong remaining = number("x-ratelimit-remaining-" + bucket);
    Optional<Duration> reset = reset(bucket);
    if (limit.isEmpty() || limit.getAsLong() <= 0 || remaining.isEmpty() || reset.isEmpty()) {
      return Duration.ZERO;
    }
    long missing = Math.min(wanted, limit.getAsLong()) - remaining.getAsLong();
    long used = limit.getAsLong() - remaining.getAsLong();
    if (missing <= 0) {
      return Duration.ZERO;
    }
    double share = missing / (double) used;
    return Duration.ofMillis((long) Math.ceil(reset.get().toMillis() * share));
  }

  private Optional<Duration> retryAfter(Instant now) {
    OptionalLong millis = number("retry-after-ms");
    if (millis.isPresent()) {
      return Optional.of(Duration.ofMillis(millis.getAsLong()));
    }
    OptionalLong seconds = number("retry-after");
    return seconds.isPresent()
        ? Optional.of(Duration.ofSeconds(seconds.getAsLong()))
        : retryDate(now);
  }

  private Optional<Duration> retryDate(Instant now) {
    try {
      Instant date =
          ZonedDateTime.parse(
                  headers.getOrDefault("retry-after", ""), DateTimeFormatter.RFC_1123_DATE_TIME)
              .toInstant();
      return Optional.of(Duration.between(now, date)).filter(Duration::isPositive);
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  private Optional<Duration> reset(String bucket) {
    String text = headers.getOrDefault("x-ratelimit-reset-" + bucket, "").strip();
    Matcher parts = DURATION.matcher(text);
    if (text.isEmpty() || !parts.matches()) {
      return Optional.empty();
    }
    Duration reset =
        Duration.ofHours(whole(parts.group(1)))
            .plusMinutes(whole(parts.group(2)))
            .plusMillis(millis(parts.group(3)))
            .plusMillis(whole(parts.group(4)));
    return Optional.of(reset).filter(Duration::isPositive);
  }

  private OptionalLong number(String header) {
    String text = headers.getOrDefault(header, "").strip();
    return text.matches("\\d{1,12}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  private static long whole(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static long millis(@Nullable String seconds) {
    return seconds == null ? 0 : new BigDecimal(seconds).movePointRight(3).longValue();
  }

  private static Duration bounded(Duration wait) {
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
