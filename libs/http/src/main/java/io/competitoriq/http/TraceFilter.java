package io.competitoriq.http;

import io.competitoriq.telemetry.TraceContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Puts the caller's trace id, or a new one, into every log line and problem of the request.
class TraceFilter {

  @ServerRequestFilter(preMatching = true)
  void mark(ContainerRequestContext request) {
    TraceContext.continued(request.getHeaderString(TraceContext.HEADER)).mark();
  }
}
