package io.competitoriq.analysis.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What one call to the model cost and how it ended on the wire. Token counts are 0 where the
/// server does not tell.
///
/// @param httpStatus null when there was no answer
/// @param requestId the provider's name for the call, to ask its support about
public record ModelUsage(
    String model,
    @Nullable Integer httpStatus,
    @Nullable String finishReason,
    Tokens tokens,
    Duration latency,
    @Nullable String requestId) {

  /// Tokens of one call.
  ///
  /// @param cached part of `input` the provider had seen before
  /// @param reasoning part of `output` nobody reads
  public record Tokens(int input, int cached, int output, int reasoning) {

    public static final Tokens NONE = new Tokens(0, 0, 0, 0);
  }
}
