package io.competitoriq.analysis.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What questions to the model may cost, and what they have cost in the running day and month, in
/// micro-USD.
///
/// @param model null when none is configured
/// @param priced false when calls count as free, because the model has no prices; then only a
///   budget of 0 stops them
public record BudgetsView(@Nullable String model, boolean priced, List<AccountView> accounts) {

  /// @param account WORKSPACE, or the name of a feature; both bind
  public record AccountView(
      String account, long dayMicros, long monthMicros, SpentView day, SpentView month) {}

  /// @param starts first day, UTC
  /// @param reservedMicros set aside for calls under way
  public record SpentView(LocalDate starts, long spentMicros, long reservedMicros) {}
}
