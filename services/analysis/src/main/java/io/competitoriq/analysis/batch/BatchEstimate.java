package io.competitoriq.analysis.batch;

import org.jspecify.annotations.Nullable;

/// What assessing signals anew would take. All amounts in micro-USD at the batch price.
///
/// @param signals how many would be asked about
/// @param more how many fit besides, beyond the most of one batch
/// @param mostMicros what would be set aside
/// @param likelyMicros by what answers have cost this workspace so far; null without any
/// @param priced false when the model has no prices and all of this is 0
public record BatchEstimate(
    int signals, int more, long mostMicros, @Nullable Long likelyMicros, boolean priced) {}
