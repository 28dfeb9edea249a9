package io.competitoriq.gateway.route;

import io.competitoriq.gateway.apikey.ApiKeyCaller;
import io.competitoriq.gateway.apikey.ApiKeyDoor;
import io.competitoriq.gateway.apikey.ApiKeyReach;
import io.competitoriq.gateway.contract.Deprecations;
import io.competitoriq.gateway.limit.Caller;
import io.competitoriq.gateway.limit.RequestLimits;
import io.competitoriq.gateway.live.LiveStreams;
import io.competitoriq.gateway.problem.ProblemWriter;
import io.competitoriq.gateway.session.CsrfRule;
import io.competitoriq.gateway.session.SessionConfig;
import io.competitoriq.gateway.session.Sessions;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.gateway.session.Visitor;
import io.competitoriq.gateway.spa.WebApplication;
import io.competitoriq.gateway.stop.Doorbell;
import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Every request comes through here first: it is traced, its origin and its session are checked,
/// and it goes where [RouteTable] says. What is not open to everybody needs a live session.
@ApplicationScoped
class FrontDoor {

  private static final Logger LOG = Logger.getLogger(FrontDoor.class);
  private static final int BEFORE_EVERYTHING = -1000;

  private final Sessions sessions;
  private final ApiKeyDoor keys;
  private final SessionConfig sessionConfig;
  private final RouteConfig config;
  private final Forwarder forwarder;
  private final ForwardedActs acts;
  private final SharedLinks shared;
  private final RequestCaps caps;
  private final RequestLimits limits;
  private final LiveStreams live;
  private final WebApplication web;
  private final Deprecations deprecations;
  private final ProblemWriter problems;
  private final Doorbell door;

  FrontDoor(
      Sessions sessions,
      ApiKeyDoor keys,
      SessionConfig sessionConfig,
      RouteConfig config,
      Forwarder forwarder,
      ForwardedActs acts,
      SharedLinks shared,
      RequestCaps caps,
      RequestLimits limits,
      LiveStreams live,
      WebApplication web,
      Deprecations deprecations,
      ProblemWriter problems,
      Doorbell door) {
    this.sessions = sessions;
    this.keys = keys;
    this.sessionConfig = sessionConfig;
    this.config = config;
    this.forwarder = forwarder;
    this.acts = acts;
    this.shared = shared;
    this.caps = caps;
    this.limits = limits;
    this.live = live;
    this.web = web;
    this.deprecations = deprecations;
    this.problems = problems;
    this.door = door;
  }

  void open(@Observes Router router) {
    router.route().order(BEFORE_EVERYTHING).handler(this::receive);
  }

  private void receive(RoutingContext request) {
    try {
      door.heard(request.request().connection());
      var visitor = Visitor.of(request.request(), sessionConfig.publicUrl());
      SecurityHeaders.apply(request.request(), visitor.secure());
      caps.apply(request);
      deprecations.apply(request.request(), request.normalizedPath());
      route(request, visitor);
    } catch (RuntimeException failure) {
      problems.write(request, failure);
    }
  }

  private void route(RoutingContext request, Visitor visitor) {
    String method = request.request().method().name();
    Optional<String> key = ApiKeyDoor.shown(request.request());
    switch (RouteTable.destinationOf(method, request.normalizedPath())) {
      case Destination.Page() -> web.serve(request);
      case Destination.Nothing() ->
          problems.write(
              request, Problems.notFound("not-found", "There is nothing at this address."));
      case Destination.Own(boolean open) when open -> {
        refuseIllegal(request.request());
        request.next();
      }
      case Destination.Told() -> request.next();
      case Destination.Own(_) ->
          signedIn(request, visitor, Sessions.Use.REQUEST, who -> own(request, visitor, who));
      case Destination.Live() ->
          signedIn(
              request,
              visitor,
              Sessions.Use.WATCH,
              who -> live.open(request, who, () -> stillHolds(visitor, key)));
      case Destination.Mcp() -> mcp(request, visitor, key);
      case Destination.Hook to -> forwarder.forward(request, to);
      case Destination.Shared to -> shared.open(request, visitor, to);
      case Destination.Forwarded to ->
          signedIn(
              request,
              visitor,
              Sessions.Use.REQUEST,
              who -> acts.around(request, visitor, who, () -> forwarder.forward(request, to, who)));
    }
  }

  private void own(RoutingContext request, Visitor visitor, SignedIn who) {
    boolean person = ApiKeyCaller.of(request).isEmpty();
    if (!person
        && !ApiKeyReach.covers(request.request().method().name(), request.normalizedPath())) {
      throw Problems.forbidden(
          "api-key-out-of-reach",
          "API keys, members, accounts and job queues are for people who are signed in, whatever the"
              + " scope of a key.");
    }
    acts.around(request, visitor, who, request::next);
  }

  private void mcp(RoutingContext request, Visitor visitor, Optional<String> key) {
    String origin = request.request().getHeader(HttpHeaders.ORIGIN);
    if (!OriginRule.allows(origin, sessionConfig.publicUrl())) {
      throw Problems.forbidden(
          "origin-refused", "Pages of another origin may not speak to this address.");
    }
    if (key.isEmpty()) {
      ApiKeyDoor.challenge(request, "");
      throw Problems.unauthorized(
          "api-key-required",
          "Send an API key as Authorization: Bearer ciq_... An admin makes one under Settings, API"
              + " keys; the read scope is enough.");
    }
    withKey(request, visitor, key.get(), _ -> request.next());
  }

  private void signedIn(
      RoutingContext request, Visitor visitor, Sessions.Use use, Consumer<SignedIn> next) {
    Optional<String> key = ApiKeyDoor.shown(request.request());
    if (key.isPresent()) {
      withKey(request, visitor, key.get(), next);
      return;
    }
    refuseIllegal(request.request());
    visitor
        .token()
        .map(token -> sessions.resume(token, use))
        .orElse(Uni.createFrom().item(Optional.empty()))
        .subscribe()
        .with(
            found -> enter(request, found, next),
            failure -> problems.write(request, unavailable(failure)));
  }

  /// No other site can make a browser send a key, so what it asks for needs no proof of its origin.
  private void withKey(
      RoutingContext request, Visitor visitor, String key, Consumer<SignedIn> next) {
    keys.enter(request, visitor, key)
        .subscribe()
        .with(
            caller -> enter(request, Optional.of(caller.actsFor()), next),
            failure ->
                problems.write(
                    request, failure instanceof ProblemException ? failure : unavailable(failure)));
  }

  private Uni<Boolean> stillHolds(Visitor visitor, Optional<String> key) {
    return key.map(keys::stillHolds)
        .orElseGet(
            () ->
                sessions
                    .resume(visitor.token().orElseThrow(), Sessions.Use.WATCH)
                    .map(found -> found.filter(who -> !who.closed()).isPresent()));
  }

  private void enter(RoutingContext request, Optional<SignedIn> found, Consumer<SignedIn> next) {
    try {
      found.ifPresent(who -> who.attachTo(request));
      SignedIn who = SignedIn.of(request);
      ClosedWorkspace.require(who, request.normalizedPath());
      DemoWorkspace.require(who, request.request().method().name(), request.normalizedPath());
      limits
          .take(
              ApiKeyCaller.of(request)
                  .map(key -> Caller.of(who, key.keyId()))
                  .orElseGet(() -> Caller.of(who)))
          .emitOn(on(request.vertx().getOrCreateContext()))
          .subscribe()
          .with(
              taken -> pass(request, taken, () -> next.accept(who)),
              failure -> problems.write(request, failure));
    } catch (RuntimeException failure) {
      problems.write(request, failure);
    }
  }

  /// A timeout of Redis is told on another thread; a request stays on its own.
  private static Executor on(Context context) {
    return command -> {
      if (context.equals(Vertx.currentContext())) {
        command.run();
      } else {
        context.runOnContext(_ -> command.run());
      }
    };
  }

  private void pass(RoutingContext request, RequestLimits.Taken taken, Runnable next) {
    try {
      taken.tell(request.response());
      taken.refusal().ifPresentOrElse(refusal -> problems.write(request, refusal), next);
    } catch (RuntimeException failure) {
      problems.write(request, failure);
    }
  }

  /// Nobody is let in unknown, and nobody is told to sign in again because of us.
  private ProblemException unavailable(Throwable failure) {
    LOG.errorf("session not looked up error=%s", failure.toString());
    return Problems.unavailable(
        "sessions-unavailable",
        "Sessions cannot be looked up right now. Try again in a moment.",
        config.route().retryAfter());
  }

  private void refuseIllegal(HttpServerRequest request) {
    var signs =
        new CsrfRule.Signs(
            request.getHeader(CsrfRule.HEADER),
            request.getHeader("Sec-Fetch-Site"),
            request.getHeader(HttpHeaders.ORIGIN),
            authority(request));
    if (!CsrfRule.allows(request.method().name(), signs, sessionConfig.publicUrl())) {
      throw Problems.forbidden(
          "csrf-refused",
          "Changes need the header " + CsrfRule.HEADER + ": 1, or must come from our own pages.");
    }
  }

  /// `Host` of HTTP/1.1, `:authority` of HTTP/2.
  private static @Nullable String authority(HttpServerRequest request) {
    HostAndPort authority = request.authority();
    return authority == null ? null : authority.toString();
  }
}
