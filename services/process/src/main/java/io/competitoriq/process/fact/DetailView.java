package io.competitoriq.process.fact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A detail of a fact as it is stored and as readers see it.
///
/// @param text as the page words it, or the name of a class where the kind says so
/// @param amountMinor minor units of `currency`, of details that are sums of money
/// @param evidenceId which of the fact's evidence carries it; null when it is our reading of the
///   subject, or no words of the page carry it
public record DetailView(
    DetailKind kind,
    String text,
    @Nullable Long amountMinor,
    @Nullable String currency,
    @Nullable UUID evidenceId) {}
