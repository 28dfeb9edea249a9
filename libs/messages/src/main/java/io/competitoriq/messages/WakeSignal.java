package io.competitoriq.messages;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/// A snoozed signal is to come back, at the job's time. Queue `signal-jobs`, deduplicated by signal
/// and time.
public record WakeSignal(UUID signalId) {

  public static final String QUEUE = "signal-jobs";
  public static final String KIND = "wake-signal";

  public WakeSignal {
    requireNonNull(signalId, "signalId");
  }
}
