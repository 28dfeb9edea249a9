package io.competitoriq.gateway.route;

import io.competitoriq.gateway.apikey.ApiKeyCaller;
import io.competitoriq.gateway.idempotency.KeyedRequest;
import io.competitoriq.gateway.idempotency.Outcome;
import io.competitoriq.gateway.idempotency.RequestOutcomes;
import io.competitoriq.gateway.problem.ProblemWriter;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.telemetry.TraceContext;
import io.competitoriq.tenancy.ServiceTokens;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/// Carries a request to the service that owns it and its answer back as it comes. The session stays
/// here; the service sees an internal token and the trace.
@ApplicationScoped
class Forwarder {

  private static final Logger LOG = Logger.getLogger(Forwarder.class);
  private static final List<Integer> BODILESS = List.of(204, 304);

  private final Upstreams upstreams;
  private final ServiceTokens tokens;
  private final RequestOutcomes outcomes;
  private final RequestCaps caps;
  private final ProblemWriter problems;
  private final RouteConfig config;

  Forwarder(
      Upstreams upstreams,
      ServiceTokens tokens,
      RequestOutcomes outcomes,
      RequestCaps caps,
      ProblemWriter problems,
      RouteConfig config) {
    this.outcomes = outcomes;
    this.caps = caps;
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
    String key = request.request().getHeader(KeyedRequest.HEADER);
    if (key != null && request.request().method() == HttpMethod.POST) {
      once(request, to, headers, new Key(caller, key));
    } else {
      carry(request, to.service(), to.path(), headers);
    }
  }

  private record Key(SignedIn caller, String text) {}

  /// The outcome is read whole before it is answered, so that repeats get the same.
  private void once(RoutingContext request, Destination.Forwarded to, MultiMap headers, Key key) {
    headers.set(TraceContext.HEADER, TraceContext.current().toHeader());
    headers.remove(HttpHeaders.ACCEPT_ENCODING);
    Context context = request.vertx().getOrCreateContext();
    body(request)
        .chain(
            body ->
                outcomes.once(
                    KeyedRequest.of(
                        key.caller.workspaceId(),
                        key.caller.memberId(),
                        key.text,
                        "POST " + request.request().uri(),
                        body),
                    () ->
                        send(request.request(), to.service(), to.path(), headers, body)
                            .chain(answer -> whole(to.service(), answer))))
        .emitOn(command -> context.runOnContext(_ -> command.run()))
        .subscribe()
        .with(answer -> answer(request, answer), failure -> problems.write(request, failure));
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
    body(request)
        .chain(body -> send(request.request(), service, path, headers, body))
        .subscribe()
        .with(
            answer -> relay(request, service, answer), failure -> problems.write(request, failure));
  }

  private Uni<Buffer> body(RoutingContext request) {
    int limit = caps.bodyLimit(request.normalizedPath());
    return Uni.createFrom()
        .completionStage(() -> BoundedBody.read(request.request(), limit).toCompletionStage());
  }

  private Uni<Outcome> whole(Service service, HttpClientResponse answer) {
    return Uni.createFrom()
        .completionStage(() -> answer.resume().body().toCompletionStage())
        .map(body -> outcome(service, answer, body))
        .onFailure()
        .transform(failure -> SilentService.problem(service, failure, config.route().retryAfter()));
  }

  private Outcome outcome(Service service, HttpClientResponse answer, Buffer body) {
    Map<String, String> headers = new HashMap<>();
    for (String name : Outcome.HEADERS) {
      String value = answer.getHeader(name);
      if (value != null) {
        headers.put(
            name,
            name.equals("location")
                ? ForwardedHeaders.location(value, config.addressOf(service))
                : value);
      }
    }
    return new Outcome(
        answer.statusCode(), headers, body, answer.getHeader(HttpHeaders.RETRY_AFTER));
  }

  private static void answer(RoutingContext request, Outcome outcome) {
    HttpServerResponse response = request.response();
    if (response.closed()) {
      return; // nobody is there any more; a repeat gets it
    }
    outcome.write(response);
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
    if (Freshness.isKnown(request.request(), answer)) {
      answer.resume(); // what nobody reads is thrown away, and the connection is kept
      Freshness.notModified(response);
    } else if (Freshness.lacksTag(request.request(), answer)) {
      answer
          .resume()
          .body()
          .onSuccess(body -> Freshness.end(request.request(), response, body))
          .onFailure(failure -> breakOff(request, service, failure));
    } else {
      pass(request, service, answer);
    }
  }

  private static void pass(RoutingContext request, Service service, HttpClientResponse answer) {
    HttpServerResponse response = request.response();
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
