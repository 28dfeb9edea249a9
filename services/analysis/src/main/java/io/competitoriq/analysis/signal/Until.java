package io.competitoriq.analysis.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.competitoriq.http.Problems;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What ends a snooze, or a mute.
///
/// @param at with DATE only
/// @param percent with BIGGER_THAN only: the least relative price move, above 0
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Until(Kind kind, @Nullable Instant at, @Nullable Double percent) {

  private static final double LARGEST = 10_000;

  /// How it ends.
  public enum Kind {
    DATE,
    /// The competitor's next price that changes, comes or goes.
    PRICE_MOVE,
    /// The competitor's next price that moves by at least so many percent.
    BIGGER_THAN
  }

  /// The decision as it may be kept.
  ///
  /// @throws io.competitoriq.http.ProblemException 400 naming what does not fit
  static void require(Triage triage, @Nullable Until until, Instant now) {
    if (until == null) {
      if (triage == Triage.SNOOZED) {
        throw invalid("until", "A snoozed signal needs until: a date, PRICE_MOVE or BIGGER_THAN.");
      }
      return;
    }
    if (triage != Triage.SNOOZED && triage != Triage.MUTED) {
      throw invalid("until", "Only a snoozed or muted signal has an until.");
    }
    until.require(now);
  }

  private void require(Instant now) {
    if (kind == null) {
      throw invalid("until.kind", "until.kind must be one of DATE, PRICE_MOVE, BIGGER_THAN.");
    }
    if ((kind == Kind.DATE) != (at != null) || (at != null && !at.isAfter(now))) {
      throw invalid("until.at", "until.at goes with DATE and must be in the future.");
    }
    if ((kind == Kind.BIGGER_THAN) != (percent != null)
        || (percent != null && !(percent > 0 && percent <= LARGEST))) {
      throw invalid(
          "until.percent", "until.percent goes with BIGGER_THAN and must be above 0, up to 10000.");
    }
  }

  private static RuntimeException invalid(String field, String message) {
    return Problems.badField("until-invalid", field, message);
  }
}
