package io.competitoriq.process.fact.features;

import io.competitoriq.process.evidence.Quote;
import org.jspecify.annotations.Nullable;

/// One feature of one plan.
///
/// @param value `yes`, `no`, or how much of it as the page words it
/// @param group heading of the rows around, empty without one
record Included(String plan, String feature, String value, String group, @Nullable Quote quote) {}
