package io.competitoriq.crawl.retention;

/// Whose rule it is; the narrower one wins.
public enum RuleScope {
  /// The configuration's: nobody has set one.
  DEFAULT,
  WORKSPACE,
  SOURCE
}
