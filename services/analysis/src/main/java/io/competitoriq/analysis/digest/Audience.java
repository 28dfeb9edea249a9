package io.competitoriq.analysis.digest;

/// Whom a digest is for.
public enum Audience {
  EXECUTIVE,
  SALES,
  PRODUCT,
  MARKETING,
  CUSTOM
}
