package io.competitoriq.analysis.battlecard;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Published versions in short.
final class Editions {

  private Editions() {}

  static CardSummary.Edition of(BattlecardVersion version, Staleness staleness, Clock clock) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return new CardSummary.Edition(
        version.number,
        version.publishedAt,
        version.publishedBy,
        version.verifyBy,
        version.verifyBy != null && version.verifyBy.isBefore(today),
        staleness);
  }
}
