package io.competitoriq.analysis.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How handing a message to a receiver ended.
public sealed interface Handover {

  /// For the delivery log.
  String detail();

  /// What the receiver answered with; null when there was no answer.
  @Nullable Integer httpStatus();

  /// The receiver has it.
  record Accepted(@Nullable Integer httpStatus, String detail) implements Handover {}

  /// Not now.
  ///
  /// @param after what the receiver asked for
  record Later(@Nullable Integer httpStatus, String detail, @Nullable Duration after)
      implements Handover {}

  /// Never, as things stand.
  ///
  /// @param gone the receiver does not want anything any more
  record Refused(@Nullable Integer httpStatus, String detail, boolean gone) implements Handover {}
}
