package io.competitoriq.analysis.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/// How a call to the model ended.
public sealed interface ModelReply {

  /// The model answered.
  ///
  /// @param answer a JSON object; its shape is not yet checked
  record Answered(JsonNode answer, ModelUsage usage) implements ModelReply {}

  /// Nothing usable came, and the same question again would not help.
  ///
  /// @param detail what the provider said, bounded, never a secret; may be empty
  record Unusable(ModelFailure failure, String detail, ModelUsage usage) implements ModelReply {}

  /// The same question may well be answered later.
  ///
  /// @param after when the provider asks to come back
  /// @param unhealthy whether this counts against the provider's health
  record Later(String reason, Optional<Duration> after, boolean unhealthy, ModelUsage usage)
      implements ModelReply {}

  /// Nothing was asked: the breaker is open.
  record Paused(Duration after) implements ModelReply {}
}
