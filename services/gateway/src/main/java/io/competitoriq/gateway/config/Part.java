package io.competitoriq.gateway.config;

import io.competitoriq.gateway.route.Service;

/// What a document is made of, in the order in which it is applied: what is named comes before what
/// names it.
enum Part {
  COMPETITOR(Service.COMPETITORS, "competitors", "url"),
  SOURCE(Service.COMPETITORS, "competitors", "collector"),
  CHANNEL(Service.ANALYSIS, "channels", "kind"),
  IGNORE_RULE(Service.PROCESS, "ignoreRules", ""),
  ALERT_RULE(Service.ANALYSIS, "alertRules", ""),
  VIEW(Service.ANALYSIS, "views", "query"),
  COMPANY(Service.ANALYSIS, "company", "");

  private final Service service;
  private final String section;
  private final String fixed;

  Part(Service service, String section, String fixed) {
    this.service = service;
    this.section = section;
    this.fixed = fixed;
  }

  Service service() {
    return service;
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
