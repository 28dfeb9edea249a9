package io.competitoriq.analysis.assessment;

/// Who should read about a change.
public enum Audience {
  EXECUTIVE,
  PRODUCT,
  SALES,
  MARKETING
}
