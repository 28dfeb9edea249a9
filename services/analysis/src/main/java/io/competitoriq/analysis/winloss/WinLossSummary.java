package io.competitoriq.analysis.winloss;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How deals against a competitor end.
///
/// @param decided won and lost together: what the rate is of
/// @param winRate 0 to 1; null when nothing was decided
/// @param from the first day a deal ended; null without deals
/// @param reasons the most frequent, with how each ended
public record WinLossSummary(
    int won,
    int lost,
    int noDecision,
    int decided,
    @Nullable Double winRate,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    List<Reason> reasons) {

  /// @param deals how many gave it
  public record Reason(Outcome outcome, String reason, int deals) {}
}
