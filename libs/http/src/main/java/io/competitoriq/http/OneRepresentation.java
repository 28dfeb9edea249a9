package io.competitoriq.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Each resource has one representation, and sends it whatever is asked for (RFC 9110, 12.4.1
/// leaves that to the server). Negotiated, a record would be written for `text/html` as Java prints
/// it, and a header that cannot be read would be a failure.
@ApplicationScoped
class OneRepresentation {

  private static final int BEFORE_RESOURCES = 100;

  private final Optional<String> negotiated;

  /// @param negotiated where a protocol of its own looks at the header, such as `/mcp`
  OneRepresentation(
      @ConfigProperty(name = "ciq.http.negotiated-path") Optional<String> negotiated) {
    this.negotiated = negotiated;
  }

  void register(@Observes Filters filters) {
    filters.register(this::disregardAccept, BEFORE_RESOURCES);
  }

  private void disregardAccept(RoutingContext request) {
    boolean looksItself = negotiated.filter(request.normalizedPath()::equals).isPresent();
    if (!looksItself && request.request().headers().contains(HttpHeaders.ACCEPT)) {
      request.request().headers().set(HttpHeaders.ACCEPT, "*/*");
    }
    request.next();
  }
}
