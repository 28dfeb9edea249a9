package io.competitoriq.analysis.assessment;

/// How far the assessment of a signal has come.
public enum AssessmentState {
  /// The model will be asked, or asked again.
  PENDING,
  DONE,
  /// There is none; the reason says why.
  FAILED,
  /// Nobody was asked, because no model is configured.
  SKIPPED
}
