package io.competitoriq.local.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When a service that ended by itself is started again.
final class RestartPolicy {

  static final int MOST_DEATHS = 8;
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Duration SHORTEST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private RestartPolicy() {}

  /// The pause before the next start: doubles with each death of the last five minutes; empty after
  /// too many, when another start would only burn the processor.
  ///
  /// @param deaths moments at which the service ended, the present one included
  static Optional<Duration> pause(List<Instant> deaths, Instant now) {
    long recent = deaths.stream().filter(at -> at.isAfter(now.minus(WINDOW))).count();
    if (recent > MOST_DEATHS) {
      return Optional.empty();
    }
    Duration pause = SHORTEST.multipliedBy(1L << Math.max(0, recent - 1));
    return Optional.of(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
  }
}
