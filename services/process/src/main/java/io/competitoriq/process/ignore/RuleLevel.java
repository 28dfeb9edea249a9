package io.competitoriq.process.ignore;

/// For which sources an ignore rule holds, widest first.
public enum RuleLevel {
  WORKSPACE,
  /// All sources of competitors with a tag.
  TAG,
  SOURCE
}
