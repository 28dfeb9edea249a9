package io.competitoriq.process.fact;

import org.jspecify.annotations.Nullable;

/// How much of something a plan holds.
///
/// @param metric what is counted, in lower case, as the page words it
/// @param value null: without a limit
/// @param unit such as GB; null for things that are counted
public record OfferLimit(String metric, @Nullable Long value, @Nullable String unit) {}
