package io.competitoriq.crawl.visit;

import org.jspecify.annotations.Nullable;

/// The state of a source with its reason.
///
/// @param reason one sentence on why
/// @param fix one sentence on what the reader can do; null: nothing is wrong
record Diagnosis(SourceState state, String reason, @Nullable String fix) {}
