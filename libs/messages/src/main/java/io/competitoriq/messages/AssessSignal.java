package io.competitoriq.messages;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/// A signal is visible: have the language model assess it. Queue `analysis-jobs`, deduplicated by
/// signal.
///
/// @param promptVersion version of the prompt in force when the job was made, from 1
public record AssessSignal(UUID signalId, int promptVersion) {

  public static final String QUEUE = "analysis-jobs";
  public static final String KIND = "assess-signal";

  public AssessSignal {
    requireNonNull(signalId, "signalId");
    if (promptVersion < 1) {
      throw new IllegalArgumentException("promptVersion counts from 1: " + promptVersion);
    }
  }
}
