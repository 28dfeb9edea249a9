package io.competitoriq.process.fact;

import io.competitoriq.messages.FactValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person says a fact is, instead of what was read.
///
/// @param note why, in their words
/// @param setBy the member who said so
/// @param withdrawnBy the member who took it back or replaced it; null while it holds
public record OverrideView(
    FactValue value,
    String note,
    UUID setBy,
    Instant setAt,
    @Nullable UUID withdrawnBy,
    @Nullable Instant withdrawnAt) {}
