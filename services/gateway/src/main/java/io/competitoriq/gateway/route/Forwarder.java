package io.competitoriq.gateway.route;

import io.competitoriq.gateway.apikey.ApiKeyCaller;
import io.competitoriq.gateway.problem.ProblemWriter;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.telemetry.TraceContext;
import io.competitoriq.tenancy.ServiceTokens;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/// Carries a request to the service that owns it and its answer back as it comes. The session stays
/// here; the service sees an internal token and the trace.
@ApplicationScoped
class Forwarder {

  private static final Logger LOG = Logger.getLogger(Forwarder.class);
  private static final List<Integer> BODILESS = List.of(204, 304);

  private final Upstreams upstreams;
  private final ServiceTokens tokens;
  private final ProblemWriter problems;
  private final RouteConfig config;

  Forwarder(Upstreams upstreams, ServiceTokens tokens, ProblemWriter problems, RouteConfig config) {
    this.upstreams = upstreams;
    this.tokens = tokens;
    this.problems = problems;
    this.config = config;
  }

  void forward(RoutingContext request, Destination.Forwarded to, SignedIn caller) {
    MultiMap headers = ForwardedHeaders.toService(request.request().headers());
    headers.set(
        HttpHeaders.AUTHORIZATION,
        "Bearer "
            + tokens.issue(
                caller.workspaceId(),
                caller.memberId(),
                caller.role(),
                ApiKeyCaller.actorOf(request)));
    carry(request, to.service(), to.path(), headers);
  }

  /// The same for somebody who is not signed in: the service sees no token.
  void forward(RoutingContext request, Destination.Hook to) {
    carry(request, to.service(), to.path(), ForwardedHeaders.ofHook(request.request().headers()));
  }

  void forward(RoutingContext request, Destination.Shared to) {
    carry(request, to.service(), to.path(), MultiMap.caseInsensitiveMultiMap());
  }

  private void carry(RoutingContext request, Service service, String path, MultiMap headers) {
    headers.set(TraceContext.HEADER, TraceContext.current().toHeader());
    Uni.createFrom()
        .completionStage(
            () ->
                BoundedBody.read(request.request(), config.route().bodyLimit()).toCompletionStage())
        .chain(body -> send(request.request(), service, path, headers, body))
        .subscribe()
        .with(
            answer -> relay(request, service, answer), failure -> problems.write(request, failure));
  }

  private Uni<HttpClientResponse> send(
      HttpServerRequest request, Service service, String path, MultiMap headers, Buffer body) {
    String query = request.query();
    String target = query == null ? path : path + "?" + query;
    return upstreams
        .send(service, new Upstreams.Call(request.method(), target, headers, body))
        .onFailure()
        .transform(failure -> SilentService.problem(service, failure, config.route().retryAfter()));
  }

  private void relay(RoutingContext request, Service service, HttpClientResponse answer) {
    HttpServerResponse response = request.response();
    response.setStatusCode(answer.statusCode());
    response.headers().setAll(merged(response.headers(), answer.headers()));
    String location = answer.getHeader(HttpHeaders.LOCATION);
    if (location != null) {
      response.putHeader(
          HttpHeaders.LOCATION, ForwardedHeaders.location(location, config.addressOf(service)));
    }
    if (hasBodyOfUnknownLength(request.request(), answer)) {
      response.setChunked(true);
    }
    response.closeHandler(_ -> answer.request().reset());
    answer
        .pipe()
        .endOnFailure(false)
        .to(response)
        .onFailure(failure -> breakOff(request, service, failure));
  }

  /// The service's headers; the security headers that are already there stay as the gateway set
  /// them.
  private static MultiMap merged(MultiMap own, MultiMap service) {
    MultiMap merged = ForwardedHeaders.toClient(service);
    own.forEach(
        (name, value) -> {
          if (!name.equalsIgnoreCase("cache-control") || !merged.contains(name)) {
            merged.set(name, value);
          }
        });
    return merged;
  }

  private static boolean hasBodyOfUnknownLength(
      HttpServerRequest request, HttpClientResponse answer) {
    return request.method() != HttpMethod.HEAD
        && !BODILESS.contains(answer.statusCode())
        && answer.getHeader(HttpHeaders.CONTENT_LENGTH) == null;
  }

  /// Half an answer must not look like a whole one.
  private static void breakOff(RoutingContext request, Service service, Throwable failure) {
    LOG.warnf("answer broken off service=%s error=%s", service.label(), failure.toString());
    request.response().reset();
  }
}
