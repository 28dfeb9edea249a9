package io.competitoriq.messages;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/// Signals are to be assessed anew in one batch: hand it over, look after it, take its answers.
/// Queue `analysis-jobs`, deduplicated by batch.
public record RunAssessmentBatch(UUID batchId) {

  public static final String QUEUE = "analysis-jobs";
  public static final String KIND = "run-assessment-batch";

  public RunAssessmentBatch {
    requireNonNull(batchId, "batchId");
  }
}
