package io.competitoriq.messages;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/// Read the latest snapshot of a source again with today's extractor. Queue `process-jobs`,
/// deduplicated by run and source.
///
/// @param dryRun whether to compare only
public record ReprocessSource(UUID runId, UUID sourceId, boolean dryRun) {

  public static final String QUEUE = ProcessSnapshot.QUEUE;
  public static final String KIND = "reprocess-source";

  public ReprocessSource {
    requireNonNull(runId, "runId");
    requireNonNull(sourceId, "sourceId");
  }
}
