package io.competitoriq.jobs.admin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a job stands; the order is the number in the ledger.
public enum JobState {
  QUEUED,
  RUNNING,
  DONE,
  DEAD,
  CANCELLED;

  /// Its word in JSON and in sentences.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  int number() {
    return ordinal();
  }

  static JobState numbered(int number) {
    return values()[number];
  }

  public static Optional<JobState> labelled(String label) {
    return Arrays.stream(values()).filter(state -> state.label().equals(label)).findFirst();
  }
}
