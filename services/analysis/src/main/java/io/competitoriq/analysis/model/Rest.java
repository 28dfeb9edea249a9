package io.competitoriq.analysis.model;

import io.competitoriq.analysis.model.ModelReply.Paused;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Until when a provider is left alone because it said so: all questions of this process wait, not
/// only the one that was told.
final class Rest {

  private final AtomicReference<Until> end = new AtomicReference<>(new Until(Instant.MIN, ""));

  private record Until(Instant at, String reason) {}

  /// Leaves it alone until `at`, or longer if that was agreed before.
  void until(Instant at, String reason) {
    end.accumulateAndGet(
        new Until(at, reason), (known, more) -> more.at.isAfter(known.at) ? more : known);
  }

  Optional<Paused> at(Instant now) {
    Until until = end.get();
    return until.at.isAfter(now)
        ? Optional.of(new Paused(Duration.between(now, until.at), until.reason))
        : Optional.empty();
  }
}
