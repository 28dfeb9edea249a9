package io.competitoriq.analysis.digest;

import java.time.Instant;
import java.util.UUID;

/// An edition without its stories.
///
/// @param from inclusive
/// @param to exclusive
public record EditionHead(
    UUID id,
    Occasion occasion,
    Instant from,
    Instant to,
    String headline,
    int signals,
    int stories,
    Instant createdAt) {}
