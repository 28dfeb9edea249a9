package io.competitoriq.crawl.provider;

import java.util.UUID;

/// Whether money may be spent.
public sealed interface Reservation {

  /// It is set aside until the call is settled.
  ///
  /// @param usageId the ledger row that stands for it
  record Reserved(UUID usageId) implements Reservation {}

  /// A budget does not allow it; nothing was set aside.
  ///
  /// @param reason a sentence with the figures
  record OverBudget(String reason, String fix) implements Reservation {}
}
