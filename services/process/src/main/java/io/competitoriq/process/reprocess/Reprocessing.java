package io.competitoriq.process.reprocess;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// How far a run has come and what it changed so far.
///
/// @param sources how many are to be read
/// @param done how many are
/// @param added facts only today's extractor reads
/// @param removed facts only the older one read
/// @param changed facts both read differently
/// @param results of sources with differences or trouble, at most 200
public record Reprocessing(
    UUID id,
    boolean dryRun,
    int extractorVersion,
    Instant createdAt,
    int sources,
    int done,
    int added,
    int removed,
    int changed,
    List<Result> results) {

  /// @param oldExtractor the version of what had read it before
  public record Result(
      UUID sourceId,
      ReprocessState state,
      int oldExtractor,
      int added,
      int removed,
      int changed,
      List<FactDifferences.Sample> samples) {}
}
