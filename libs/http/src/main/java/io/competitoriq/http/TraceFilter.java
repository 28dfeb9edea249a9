package io.competitoriq.http;

import io.competitoriq.telemetry.OpenSpan;
import io.competitoriq.telemetry.Spans;
import io.competitoriq.telemetry.TraceContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Puts the caller's trace id, or a new one, into every log line and problem of the request, and
/// tells the request as a step of that trace.
class TraceFilter {

  private static final String SPAN = "ciq.span";
  private static final int OUR_FAULT = 500;

  private final Spans spans;

  TraceFilter(Spans spans) {
    this.spans = spans;
  }

  @ServerRequestFilter(preMatching = true)
  void mark(ContainerRequestContext request) {
    String address = request.getUriInfo().getPath();
    OpenSpan span =
        spans
            .received(
                SpanNames.of(request.getMethod(), address),
                request.getHeaderString(TraceContext.HEADER))
            .put("http.request.method", request.getMethod())
            .put("url.path", SpanNames.shown(address));
    span.context().mark();
    request.setProperty(SPAN, span);
  }

  @ServerResponseFilter
  void end(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(SPAN) instanceof OpenSpan span) {
      span.put("http.response.status_code", response.getStatus());
      if (response.getStatus() >= OUR_FAULT) {
        span.failed("status " + response.getStatus());
      }
      span.end();
    }
  }
}
