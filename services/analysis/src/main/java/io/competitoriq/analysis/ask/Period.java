package io.competitoriq.analysis.ask;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A time that a question is about.
///
/// @param from null: since ever
/// @param to null: until now
/// @param words as the question names it
public record Period(@Nullable Instant from, @Nullable Instant to, String words) {}
