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
  /// @param reason a sentence for a person
  /// @param after when the provider asks to come back
  record Later(Trouble trouble, String reason, Optional<Duration> after, ModelUsage usage)
      implements ModelReply {}

  /// Nothing was asked: a budget does not allow it.
  ///
  /// @param reason a sentence for a person
  /// @param after when it may; empty when only an admin or the next month changes that
  record Unaffordable(String reason, Optional<Duration> after) implements ModelReply {}

  /// Nothing was asked: the provider is left alone, or an operator has stopped it.
  ///
  /// @param reason a sentence for a person
  record Paused(Duration after, String reason) implements ModelReply {}
}
