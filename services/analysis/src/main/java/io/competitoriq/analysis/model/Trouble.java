package io.competitoriq.analysis.model;

/// Why nothing came although the same question may well be answered later.
public enum Trouble {
  /// The provider asked to slow down.
  RATE_LIMITED(false, false),
  /// No answer within the longest wait.
  TIMED_OUT(true, true),
  /// The connection broke before the answer was there.
  CUT_OFF(true, true),
  /// The provider answered with an error of its own, or could not be reached.
  UNAVAILABLE(true, false),
  /// The provider was changing something the call needs (HTTP 409).
  BUSY(false, false);

  private final boolean unhealthy;
  private final boolean costUnknown;

  Trouble(boolean unhealthy, boolean costUnknown) {
    this.unhealthy = unhealthy;
    this.costUnknown = costUnknown;
  }

  /// Whether it counts against the provider's health.
  public boolean isUnhealthy() {
    return unhealthy;
  }

  /// Whether the provider may have worked on it, and bill it, unseen.
  boolean isCostUnknown() {
    return costUnknown;
  }
}
