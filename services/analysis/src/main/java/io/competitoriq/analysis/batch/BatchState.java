package io.competitoriq.analysis.batch;

/// How a batch is doing.
public enum BatchState {
  /// The money is set aside; it is to be handed over.
  PREPARED,
  /// The provider works on it.
  SUBMITTED,
  /// Somebody took it back; what was answered by then still comes.
  CANCELLING,
  DONE,
  /// The provider did not get to all of it within a day.
  EXPIRED,
  CANCELLED,
  /// The provider took none of it.
  FAILED;

  boolean isOver() {
    return switch (this) {
      case PREPARED, SUBMITTED, CANCELLING -> false;
      case DONE, EXPIRED, CANCELLED, FAILED -> true;
    };
  }
}
