package io.competitoriq.gateway.route;

import io.competitoriq.http.SpanNames;
import io.competitoriq.telemetry.OpenSpan;
import io.competitoriq.telemetry.Spans;
import io.competitoriq.telemetry.TraceContext;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/// Continues the client's trace or starts one, before anything else happens to a request; resources
/// and services behind it read the same header.
@ApplicationScoped
class TraceDoor {

  private static final int BEFORE_THE_FRONT_DOOR = -1001;
  private static final String API = "/api/";
  private static final int OUR_FAULT = 500;

  private final Spans spans;

  TraceDoor(Spans spans) {
    this.spans = spans;
  }

  void open(@Observes Router router) {
    router.route().order(BEFORE_THE_FRONT_DOOR).handler(this::trace);
  }

  private void trace(RoutingContext routed) {
    HttpServerRequest request = routed.request();
    String header = request.getHeader(TraceContext.HEADER);
    String path = request.path();
    if (spans.on() && path != null && path.startsWith(API)) {
      follow(routed, path, header);
    } else {
      mark(request, TraceContext.continued(header));
    }
    routed.next();
  }

  private void follow(RoutingContext routed, String path, @Nullable String header) {
    HttpServerRequest request = routed.request();
    String method = request.method().name();
    OpenSpan span =
        spans
            .received(SpanNames.of(method, path), header)
            .put("http.request.method", method)
            .put("url.path", SpanNames.shown(path));
    mark(request, span.context());
    routed.addEndHandler(
        _ -> {
          int status = routed.response().getStatusCode();
          span.put("http.response.status_code", status);
          if (status >= OUR_FAULT) {
            span.failed("status " + status);
          }
          span.end();
        });
  }

  private static void mark(HttpServerRequest request, TraceContext trace) {
    trace.mark();
    request.headers().set(TraceContext.HEADER, trace.toHeader());
  }
}
