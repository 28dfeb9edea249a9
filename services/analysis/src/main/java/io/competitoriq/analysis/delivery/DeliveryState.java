package io.competitoriq.analysis.delivery;

/// How a delivery is doing.
public enum DeliveryState {
  /// Due, or to be tried again.
  WAITING,
  ACCEPTED,
  /// Given up; it can be replayed.
  FAILED
}
