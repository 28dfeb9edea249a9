package io.competitoriq.analysis.model;

import java.util.Optional;

/// A batch as its provider tells it.
///
/// @param status validating, in_progress, finalizing, completed, failed, expired, cancelling or
///   cancelled
/// @param done requests it has finished, well or not
/// @param outputFile where the answers are; empty while there are none
/// @param errorFile where the requests are that gave none
/// @param trouble why it failed as a whole, may be empty
public record ProviderBatch(
    String id,
    String status,
    int done,
    Optional<String> outputFile,
    Optional<String> errorFile,
    String trouble) {

  /// Whether nothing more will come of it.
  public boolean isOver() {
    return switch (status) {
      case "completed", "failed", "expired", "cancelled" -> true;
      default -> false;
    };
  }
}
