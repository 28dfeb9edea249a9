package io.competitoriq.gateway.route;

import io.competitoriq.gateway.problem.ProblemWriter;
import io.competitoriq.http.ProblemException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;

/// How large a request may be and how long it may take to arrive. The server's own bounds
/// (`quarkus.http.limits`) lie above these and answer without words.
@ApplicationScoped
class RequestCaps {

  /// Bodies that are tables of other systems or whole workspaces.
  private static final Pattern IMPORT =
      Pattern.compile(
          RouteTable.API
              + "(competitors/[^/]+/source-imports|deal-outcomes/\\w+|imports|workspace/config)");

  private final RouteConfig.Route config;
  private final ProblemWriter problems;

  RequestCaps(RouteConfig config, ProblemWriter problems) {
    this.config = config.route();
    this.problems = problems;
  }

  /// Longest body at that address, bytes.
  int bodyLimit(String path) {
    return IMPORT.matcher(path).matches() ? config.importLimit() : config.bodyLimit();
  }

  /// Refuses what is too large before anything is read, and watches over the body's arrival.
  ///
  /// @throws ProblemException 413, 414 or 431
  void apply(RoutingContext request) {
    HttpServerRequest head = request.request();
    refuse(head.uri().length(), config.addressLimit(), 414, "address-too-long", "The address");
    refuse(size(head), config.headerLimit(), 431, "headers-too-large", "The request headers");
    int limit = bodyLimit(request.normalizedPath());
    if (announcedLength(head) > limit) {
      throw BoundedBody.tooLarge(limit);
    }
    if (hasBody(head)) {
      watch(request);
    }
  }

  private static void refuse(long size, int limit, int status, String type, String what) {
    if (size > limit) {
      throw new ProblemException(
          status, type, "%s may have %d bytes; here are %d.".formatted(what, limit, size));
    }
  }

  private static long size(HttpServerRequest request) {
    long size = 0;
    for (var header : request.headers()) {
      size += header.getKey().length() + header.getValue().length() + 4L;
    }
    return size;
  }

  private static boolean hasBody(HttpServerRequest request) {
    return announcedLength(request) > 0
        || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
  }

  private void watch(RoutingContext request) {
    long timer =
        request.vertx().setTimer(config.bodyTimeout().toMillis(), _ -> refuseUnlessThere(request));
    request.addEndHandler(_ -> request.vertx().cancelTimer(timer));
  }

  private void refuseUnlessThere(RoutingContext request) {
    if (request.request().isEnded() || request.response().headWritten()) {
      return;
    }
    if (request.request().version() != HttpVersion.HTTP_2) {
      // What else comes on this connection is the rest of the body.
      request.response().putHeader(HttpHeaders.CONNECTION, "close");
      request.addEndHandler(_ -> request.request().connection().close());
    }
    problems.write(
        request,
        new ProblemException(
            408,
            "body-too-slow",
            "The body did not arrive within %d s. Send it again at once."
                .formatted(config.bodyTimeout().toSeconds())));
  }

  private static long announcedLength(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null ? 0 : Long.parseLong(length);
  }
}
