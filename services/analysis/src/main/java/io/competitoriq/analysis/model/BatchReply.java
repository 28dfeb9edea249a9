package io.competitoriq.analysis.model;

import java.time.Duration;
import java.util.Optional;

/// What became of a step with a provider's batch.
public sealed interface BatchReply<T> {

  record Got<T>(T value) implements BatchReply<T> {}

  /// The same step may well succeed later.
  record NotNow<T>(String reason, Optional<Duration> after) implements BatchReply<T> {}

  /// It will not.
  record Never<T>(String reason) implements BatchReply<T> {}
}
