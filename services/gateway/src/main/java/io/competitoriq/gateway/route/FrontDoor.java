package io.competitoriq.gateway.route;

import io.competitoriq.gateway.limit.Caller;
import io.competitoriq.gateway.limit.RequestLimits;
import io.competitoriq.gateway.contract.Deprecations;
import io.competitoriq.gateway.live.LiveStreams;
import io.competitoriq.gateway.problem.ProblemWriter;
import io.competitoriq.gateway.session.CsrfRule;
import io.competitoriq.gateway.session.SessionConfig;
import io.competitoriq.gateway.session.Sessions;
import io.competitoriq.gateway.session.SharedLimit;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.gateway.session.Visitor;
import io.competitoriq.gateway.spa.WebApplication;
import io.competitoriq.gateway.stop.Doorbell;
import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import io.competitoriq.telemetry.TraceContext;
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
  private final SessionConfig sessionConfig;
  private final RouteConfig config;
  private final Forwarder forwarder;
  private final ForwardedActs acts;
  private final SharedLimit sharedLimit;
  private final RequestCaps caps;
  private final RequestLimits limits;
  private final LiveStreams live;
  private final WebApplication web;
  private final Deprecations deprecations;
  private final ProblemWriter problems;
  private final Doorbell door;

  FrontDoor(
      Sessions sessions,
      SessionConfig sessionConfig,
      RouteConfig config,
      Forwarder forwarder,
      ForwardedActs acts,
      SharedLimit sharedLimit,
      RequestCaps caps,
      RequestLimits limits,
      LiveStreams live,
      WebApplication web,
      Deprecations deprecations,
      ProblemWriter problems,
      Doorbell door) {
    this.sessions = sessions;
    this.sessionConfig = sessionConfig;
    this.config = config;
    this.forwarder = forwarder;
    this.acts = acts;
    this.sharedLimit = sharedLimit;
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
      trace(request.request());
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
          signedIn(
              request,
              visitor,
              Sessions.Use.REQUEST,
              who -> acts.around(request, visitor, who, request::next));
      case Destination.Live() ->
          signedIn(
              request,
              visitor,
              Sessions.Use.WATCH,
              who -> live.open(request, who, visitor.token().orElseThrow()));
      case Destination.Hook to -> forwarder.forward(request, to);
      case Destination.Shared to -> shared(request, visitor, to);
      case Destination.Forwarded to ->
          signedIn(
              request,
              visitor,
              Sessions.Use.REQUEST,
              who -> acts.around(request, visitor, who, () -> forwarder.forward(request, to, who)));
    }
  }

  private void shared(RoutingContext request, Visitor visitor, Destination.Shared to) {
    sharedLimit
        .take(visitor.origin().address())
        .subscribe()
        .with(
            wait -> {
              if (wait.isZero()) {
                forwarder.forward(request, to);
              } else {
                problems.write(
                    request,
                    Problems.tooMany(
                        "too-many-openings",
                        "Too many shared links were opened from your address. Wait a moment.",
                        wait));
              }
            },
            failure -> problems.write(request, unavailable(failure)));
  }

  private void signedIn(
      RoutingContext request, Visitor visitor, Sessions.Use use, Consumer<SignedIn> next) {
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

  private void enter(RoutingContext request, Optional<SignedIn> found, Consumer<SignedIn> next) {
    try {
      found.ifPresent(who -> who.attachTo(request));
      SignedIn who = SignedIn.of(request);
      limits
          .take(Caller.of(who))
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

  /// Continues the client's trace or starts one; resources behind this route read the same header.
  private static void trace(HttpServerRequest request) {
    var trace = TraceContext.continued(request.getHeader(TraceContext.HEADER));
    trace.mark();
    request.headers().set(TraceContext.HEADER, trace.toHeader());
  }
}
