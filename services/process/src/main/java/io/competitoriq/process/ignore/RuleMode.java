package io.competitoriq.process.ignore;

/// What the rules of a level do to those of the levels above it.
public enum RuleMode {
  APPEND,
  REPLACE
}
