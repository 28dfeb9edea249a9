package io.competitoriq.analysis.winloss;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an import would do, or did.
///
/// @param added deals that are not known yet
/// @param changed deals that are known otherwise
/// @param unchanged deals that are known just so
/// @param faults why it cannot be imported; empty when it can
/// @param deals the first of them, as they are understood
public record ImportPreview(
    int added, int changed, int unchanged, List<LineFault> faults, List<Line> deals) {

  /// A line as it is understood.
  public record Line(
      int line,
      String externalId,
      String deal,
      Outcome outcome,
      LocalDate closedOn,
      @Nullable Long amountMinor,
      @Nullable String currency,
      UUID competitorId,
      String reason) {

    static Line of(DealLine deal) {
      return new Line(
          deal.line(),
          deal.externalId(),
          deal.deal(),
          deal.outcome(),
          deal.closedOn(),
          deal.amountMinor(),
          deal.currency(),
          deal.competitorId(),
          deal.reason());
    }
  }
}
