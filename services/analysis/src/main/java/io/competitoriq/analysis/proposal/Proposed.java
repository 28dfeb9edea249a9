package io.competitoriq.analysis.proposal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What came of asking a model.
public sealed interface Proposed {

  /// There is nothing to do any more: the proposal is gone or has ended.
  record Already() implements Proposed {}

  /// Its claims can be decided on.
  record Ready(String model, List<Claim> claims, int dropped, String reason) implements Proposed {}

  /// Nothing will come.
  record Failed(String reason) implements Proposed {}

  /// The same question may well be answered later.
  record Later(String reason, Optional<Duration> after) implements Proposed {}

  /// Nothing is asked of the model for anybody at the moment.
  record Paused(String reason, Duration after) implements Proposed {}
}
