package io.competitoriq.analysis.model;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/// Budgets as an admin sets them; accounts that are not named keep theirs.
public record PutBudgets(
    @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid PutBudget> accounts) {

  static final long MOST = 1_000_000_000_000L;

  /// @param account WORKSPACE, or the name of a feature
  /// @param dayMicros most micro-USD per day (UTC); 0: nothing is asked
  /// @param monthMicros the same per calendar month
  public record PutBudget(
      @NotNull String account,
      @NotNull @Min(0) @Max(MOST) Long dayMicros,
      @NotNull @Min(0) @Max(MOST) Long monthMicros) {}
}
