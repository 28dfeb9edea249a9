package io.competitoriq.analysis.winloss;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A deal as a line of a file says it, found to make sense.
///
/// @param line of the file, from 1
/// @param amountMinor minor units of `currency`; null when none is named
/// @param currency ISO 4217, present exactly when an amount is
record DealLine(
    int line,
    String externalId,
    String deal,
    Outcome outcome,
    LocalDate closedOn,
    @Nullable Long amountMinor,
    @Nullable String currency,
    UUID competitorId,
    String reason) {}
