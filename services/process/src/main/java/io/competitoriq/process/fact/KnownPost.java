package io.competitoriq.process.fact;

import java.time.Instant;

/// A post of a competitor, whichever source told it.
///
/// @param observedAt when it was seen first
public record KnownPost(String title, Instant observedAt) {}
