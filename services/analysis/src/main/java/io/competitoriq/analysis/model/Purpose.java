package io.competitoriq.analysis.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a question is asked for. The same hash, prompt version, model and settings get the same
/// answer.
///
/// @param signalId null when it is not about one signal
/// @param promptVersion from 1
/// @param inputHash SHA-256 of the data sent, hexadecimal
public record Purpose(
    UUID workspaceId,
    Feature feature,
    @Nullable UUID signalId,
    int promptVersion,
    String inputHash) {

  /// The signal it is about.
  ///
  /// @throws IllegalStateException when it is about none
  public UUID requireSignal() {
    if (signalId == null) {
      throw new IllegalStateException("not about a signal: " + feature);
    }
    return signalId;
  }
}
