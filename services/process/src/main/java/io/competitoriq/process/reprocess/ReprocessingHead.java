package io.competitoriq.process.reprocess;

import java.time.Instant;
import java.util.UUID;

/// A run without its results, to choose from.
///
/// @param sources how many are to be read
/// @param done how many are
/// @param added facts only today's extractor reads
/// @param removed facts only the older one read
/// @param changed facts both read differently
public record ReprocessingHead(
    UUID id,
    boolean dryRun,
    int extractorVersion,
    Instant createdAt,
    int sources,
    int done,
    int added,
    int removed,
    int changed) {}
