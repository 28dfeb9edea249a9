package io.competitoriq.analysis.model;

/// Why nothing came although the same question may well be answered later.
public enum Trouble {
  /// The provider asked to slow down.
  RATE_LIMITED(false),
  /// No answer within the longest wait; what the call cost is not known.
  TIMED_OUT(true),
  /// The provider answered with an error of its own, or could not be reached.
  UNAVAILABLE(true),
  /// The provider was changing something the call needs (HTTP 409).
  BUSY(false);

  private final boolean unhealthy;

  Trouble(boolean unhealthy) {
    this.unhealthy = unhealthy;
  }

  /// Whether it counts against the provider's health.
  public boolean isUnhealthy() {
    return unhealthy;
  }
}
