package io.competitoriq.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The whole workspace in a few numbers: what explains a quiet inbox. A pure function of its parts.
final class WorkspaceOverview {

  static final String COUNTS = "counts";
  static final String WATCHED = "competitors";
  static final String VISITS = "health";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private WorkspaceOverview() {}

  /// Numbers of missing parts are null, not zero.
  static ObjectNode of(Parts parts) {
    JsonNode visits = parts.value(VISITS);
    JsonNode watched = parts.value(WATCHED);
    ObjectNode view = JSON.objectNode();
    view.set("counts", parts.value(COUNTS));
    view.set("nextVisitAt", known(watched.path("nextVisitAt")));
    view.set("visits24h", known(visits.path("visits24h")));
    view.set("lastVisitAt", known(visits.path("lastVisitAt")));
    view.set("competitors", known(watched.path("competitors")));
    view.set("partial", parts.partial());
    return view;
  }

  private static JsonNode known(JsonNode value) {
    return value.isMissingNode() ? JSON.nullNode() : value;
  }
}
