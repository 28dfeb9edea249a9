package io.competitoriq.crawl.provider;

import io.competitoriq.crawl.provider.Reservation.OverBudget;

/// Rolls a reservation back that no budget allows.
public final class BudgetExceeded extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient OverBudget why;

  BudgetExceeded(OverBudget why) {
    super(why.reason(), null, false, false);
    this.why = why;
  }

  public OverBudget why() {
    return why;
  }
}
