package io.competitoriq.crawl.visit;

/// How a visit ended, as people and the database spell it.
public enum VisitOutcome {
  STORED,
  UNCHANGED,
  BLOCKED,
  SOFT_404,
  LOGIN,
  EMPTY,
  REDIRECTED_AWAY,
  ROBOTS_DISALLOWED,
  /// The credit at a provider, or the budget set for it, is used up.
  CREDIT_OUT,
  ERROR;

  /// The HTTP status of a site that is asked too often, whatever came of the visit.
  static final int TOO_MANY = 429;

  /// Whether the source did what it should: new content or none.
  boolean isHealthy() {
    return this == STORED || this == UNCHANGED;
  }

  /// Whether the site sent us away.
  boolean isRefusal() {
    return this == BLOCKED || this == LOGIN;
  }
}
