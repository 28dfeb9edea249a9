package io.competitoriq.analysis.profile;

/// Who should read about a change.
public enum Audience {
  EXECUTIVE,
  PRODUCT,
  SALES,
  MARKETING
}
