package io.competitoriq.analysis.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// What a rule would have done.
///
/// @param matches stories it would have spoken about, cool-down taken off
/// @param cooled stories only counted because of the cool-down
/// @param signals signals that were looked at
/// @param perDay days of the rule's zone on which it would have spoken, ascending
/// @param samples the newest it would have told, at most 10
/// @param millis how long this took
public record BackTest(
    int days,
    int matches,
    int cooled,
    long signals,
    List<Day> perDay,
    List<Sample> samples,
    long millis) {

  /// One day.
  public record Day(LocalDate day, int matches) {}

  /// One story it would have told of.
  public record Sample(
      UUID signalId,
      UUID competitorId,
      String headline,
      String severity,
      int significance,
      Instant detectedAt) {}
}
