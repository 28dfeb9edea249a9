package io.competitoriq.gateway.config;

import io.competitoriq.gateway.route.Service;
import java.util.EnumSet;
import java.util.Set;

/// What a document is made of, in the order in which it is applied: what is named comes before what
/// names it.
enum Part {
  COMPETITOR(Service.COMPETITORS, "/competitors", "competitors", "url"),
  SOURCE(Service.COMPETITORS, "/sources", "competitors", "collector"),
  CHANNEL(Service.ANALYSIS, "/channels", "channels", "kind"),
  IGNORE_RULE(Service.PROCESS, "/ignore-rules", "ignoreRules", ""),
  ALERT_RULE(Service.ANALYSIS, "/alert-rules", "alertRules", ""),
  DIGEST(Service.ANALYSIS, "/digests", "digests", ""),
  VIEW(Service.ANALYSIS, "/view-feeds", "views", "query"),
  COMPANY(Service.ANALYSIS, "/company-profile", "company", ""),
  RETENTION(Service.CRAWL, "/retention", "retention", ""),
  AI_BUDGET(Service.ANALYSIS, "/ai/budgets", "aiBudgets", ""),
  PROVIDER_BUDGET(Service.CRAWL, "/providers", "providerBudgets", "");

  private static final Set<Part> ALWAYS_THERE =
      EnumSet.of(COMPANY, RETENTION, AI_BUDGET, PROVIDER_BUDGET);

  private final Service service;
  private final String path;
  private final String section;
  private final String fixed;

  Part(Service service, String path, String section, String fixed) {
    this.service = service;
    this.path = path;
    this.section = section;
    this.fixed = fixed;
  }

  Service service() {
    return service;
  }

  /// Where its service has it.
  String path() {
    return path;
  }

  /// Whether it is neither made nor archived, but only changes.
  boolean isAlwaysThere() {
    return ALWAYS_THERE.contains(this);
  }

  /// Where it stands in the document.
  String section() {
    return section;
  }

  /// The field that stays what it was when the thing was made; empty where all may change.
  String fixed() {
    return fixed;
  }
}
