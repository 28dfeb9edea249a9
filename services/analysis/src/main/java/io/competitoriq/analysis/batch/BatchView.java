package io.competitoriq.analysis.batch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A batch as it is shown.
///
/// @param signals how many were asked about
/// @param providerDone how many the provider has finished so far
/// @param settled of how many it is known what came of them
/// @param answered of those, how many have an assessment from it
/// @param reservedMicros set aside while it runs, micro-USD
/// @param costMicros what it cost so far, micro-USD
public record BatchView(
    UUID id,
    BatchState state,
    String reason,
    String model,
    int signals,
    int providerDone,
    int settled,
    int answered,
    long reservedMicros,
    long costMicros,
    UUID createdBy,
    Instant createdAt,
    @Nullable Instant submittedAt,
    @Nullable Instant finishedAt) {}
