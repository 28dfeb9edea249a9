package io.competitoriq.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Each resource has one representation, and sends it whatever is asked for (RFC 9110, 12.4.1
/// leaves that to the server). Negotiated, a record would be written for `text/html` as Java prints
/// it, and a header that cannot be read would be a failure.
@ApplicationScoped
class OneRepresentation {

  private static final int BEFORE_RESOURCES = 100;

  void register(@Observes Filters filters) {
    filters.register(OneRepresentation::disregardAccept, BEFORE_RESOURCES);
  }

  private static void disregardAccept(RoutingContext request) {
    if (request.request().headers().contains(HttpHeaders.ACCEPT)) {
      request.request().headers().set(HttpHeaders.ACCEPT, "*/*");
    }
    request.next();
  }
}
