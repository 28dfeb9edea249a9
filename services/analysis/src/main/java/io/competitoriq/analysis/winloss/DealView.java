package io.competitoriq.analysis.winloss;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A deal as people see it.
///
/// @param amountMinor minor units of `currency`
public record DealView(
    UUID id,
    UUID competitorId,
    String externalId,
    String deal,
    Outcome outcome,
    LocalDate closedOn,
    @Nullable Long amountMinor,
    @Nullable String currency,
    String reason,
    UUID importedBy,
    Instant importedAt) {}
