package io.competitoriq.egress;

import static java.util.Objects.requireNonNull;

import io.competitoriq.egress.EgressResult.Answered;
import io.competitoriq.egress.EgressResult.Failed;
import io.competitoriq.egress.EgressResult.Kind;
import io.competitoriq.egress.EgressResult.Reason;
import io.competitoriq.egress.EgressResult.Refused;
import io.competitoriq.telemetry.CountersFromZero;
import io.competitoriq.telemetry.OpenSpan;
import io.competitoriq.telemetry.Spans;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.TrustOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// The guarded way out. `send` never fails: what can happen is an `EgressResult`. It ends within
/// the request's time limit, and its item arrives on the Vert.x context it was subscribed on.
@Startup
@ApplicationScoped
public class Egress {
  /// A server may hang up on several kept connections at once; after these comes a new one.
  private static final int MOST_STALE = 4;

  private static final Set<String> REPEATABLE = Set.of("GET", "HEAD");

  private final Vertx vertx;
  private final Routes routes;
  private final HttpClients clients;
  private final MeterRegistry meters;
  private final Spans spans;

  @Inject
  Egress(Vertx vertx, EgressConfig config, MeterRegistry meters, Spans spans) {
    this(vertx, config, Names.system(), Optional.empty(), meters, spans);
  }

  Egress(
      Vertx vertx,
      EgressConfig config,
      Names names,
      Optional<TrustOptions> trust,
      MeterRegistry meters) {
    this(vertx, config, names, trust, meters, Spans.off());
  }

  Egress(
      Vertx vertx,
      EgressConfig config,
      Names names,
      Optional<TrustOptions> trust,
      MeterRegistry meters,
      Spans spans) {
    this.vertx = vertx;
    this.spans = spans;
    this.meters = meters;
    this.routes = new Routes(config, names);
    this.clients = new HttpClients(vertx, config, trust);
    CountersFromZero.in(meters, "ciq_egress_blocked", "reason", Reason.class);
  }

  /// One exchange, redirects included; every hop is checked like the first.
  public Uni<EgressResult> send(EgressRequest request) {
    return spans.on() ? traced(request) : sent(request);
  }

  /// Who is asked is no secret, the address may hold one. The site is told nothing of the trace.
  private Uni<EgressResult> traced(EgressRequest request) {
    return Uni.createFrom()
        .deferred(
            () -> {
              OpenSpan span =
                  spans
                      .asked(request.method())
                      .put("http.request.method", request.method())
                      .put("server.address", String.valueOf(request.uri().getHost()));
              return sent(request).invoke(result -> end(span, result));
            });
  }

  private static void end(OpenSpan span, EgressResult result) {
    switch (result) {
      case Answered answered -> span.put("http.response.status_code", answered.status());
      case Refused refused -> span.failed(refused.reason().name());
      case Failed failed -> span.failed(failed.kind().name());
    }
    span.end();
  }

  private Uni<EgressResult> sent(EgressRequest request) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              Context context = vertx.getOrCreateContext();
              Deadline deadline = Deadline.in(request.limits().timeout());
              context.runOnContext(
                  _ ->
                      Future.succeededFuture()
                          .compose(_ -> hop(request, List.of(), deadline))
                          .recover(failure -> unexpected(request, failure))
                          .onSuccess(this::count)
                          .onComplete(emitter::complete, emitter::fail));
            });
  }

  private void count(EgressResult result) {
    if (result instanceof Refused(Reason reason, _, _)) {
      meters.counter("ciq_egress_blocked", "reason", reason.name()).increment();
    }
  }

  @PreDestroy
  void close() {
    clients.close();
  }

  private Future<EgressResult> hop(EgressRequest request, List<URI> left, Deadline deadline) {
    return switch (Destination.of(request.uri())) {
      case Destination.Unusable(Reason reason, String detail) ->
          Future.succeededFuture(new Refused(reason, detail, request.uri()));
      case Destination.Site site -> new Visit(request, site, left, deadline).begin();
    };
  }

  private static Future<EgressResult> unexpected(EgressRequest request, Throwable failure) {
    Log.errorf(
        failure, "exchange broke method=%s host=%s", request.method(), request.uri().getHost());
    return Future.succeededFuture(
        new Failed(Kind.PROTOCOL, "The request could not be carried out.", request.uri()));
  }

  /// One hop on its way: who is asked, what was left behind, when it must be over.
  private final class Visit {
    private final EgressRequest request;
    private final Destination.Site site;
    private final List<URI> left;
    private final Deadline deadline;
    private final long started = System.nanoTime();
    private long resolved = started;

    Visit(EgressRequest request, Destination.Site site, List<URI> left, Deadline deadline) {
      this.request = request;
      this.site = site;
      this.left = left;
      this.deadline = deadline;
    }

    Future<EgressResult> begin() {
      return vertx
          .executeBlocking(() -> routes.to(site), false)
          .timeout(deadline.remainingMillis(), TimeUnit.MILLISECONDS)
          .compose(
              route -> travel(requireNonNull(route)),
              _ -> failed(Kind.TIMEOUT, "The name service did not answer."));
    }

    private Future<EgressResult> travel(Route route) {
      resolved = System.nanoTime();
      return switch (route) {
        case Route.Closed(EgressResult why) -> Future.succeededFuture(why);
        case Route.Open open -> attempt(open, 0, MOST_STALE).compose(this::arrive);
      };
    }

    private Future<Hop> attempt(Route.Open open, int index, int again) {
      return new Exchange(vertx, request, site, open.addresses().get(index))
          .run(clients, deadline)
          .compose(
              hop -> {
                if (!(hop instanceof Hop.Fault fault)) {
                  return Future.succeededFuture(hop);
                }
                if (fault.stale()
                    && again > 0
                    && !request.once()
                    && REPEATABLE.contains(request.method())) {
                  return attempt(open, index, again - 1);
                }
                return fault.kind() == Kind.CONNECT && index + 1 < open.addresses().size()
                    ? attempt(open, index + 1, again)
                    : Future.succeededFuture(hop);
              });
    }

    private Future<EgressResult> arrive(Hop hop) {
      return switch (hop) {
        case Hop.Fault(Kind kind, String detail, _) -> failed(kind, detail);
        case Hop.Reply reply -> {
          String location = reply.headers().get("location");
          yield location != null
                  && Redirects.isRedirect(reply.status())
                  && request.limits().maxRedirects() > 0
              ? redirected(reply, location)
              : answered(reply);
        }
      };
    }

    private Future<EgressResult> redirected(Hop.Reply reply, String location) {
      if (left.size() >= request.limits().maxRedirects()) {
        return refused(Reason.TOO_MANY_REDIRECTS, circles(reply));
      }
      List<URI> behind = Stream.concat(left.stream(), Stream.of(request.uri())).toList();
      return Redirects.follow(request, reply.status(), location)
          .map(next -> hop(next, behind, deadline))
          .orElseGet(() -> refused(Reason.HOST, "The redirect leads to no valid address."));
    }

    private String circles(Hop.Reply reply) {
      String many = "More than %d redirects".formatted(request.limits().maxRedirects());
      return reply.headers().containsKey("set-cookie") && left.contains(request.uri())
          ? many + " in a circle: the site wants its cookie back, and we carry none."
          : many + ".";
    }

    private Future<EgressResult> answered(Hop.Reply reply) {
      String encoding = reply.headers().getOrDefault("content-encoding", "");
      if (encoding.isBlank() || reply.body().length() == 0) {
        return Future.succeededFuture(answer(reply, reply.body()));
      }
      return vertx
          .executeBlocking(() -> unpacked(reply, encoding), false)
          .timeout(deadline.remainingMillis(), TimeUnit.MILLISECONDS)
          .compose(
              result -> Future.succeededFuture(requireNonNull(result)),
              failure ->
                  failure instanceof TimeoutException
                      ? failed(Kind.TIMEOUT, "The body was not unpacked within the time allowed.")
                      : Future.failedFuture(failure));
    }

    private EgressResult unpacked(Hop.Reply reply, String encoding) {
      EgressLimits limits = request.limits();
      return switch (Inflation.inflate(reply.body(), encoding, limits)) {
        case Inflation.Whole(Buffer body) -> answer(reply, body);
        case Inflation.TooLarge(String detail) -> new Failed(Kind.TOO_LARGE, detail, request.uri());
        case Inflation.Broken(String detail) -> new Failed(Kind.PROTOCOL, detail, request.uri());
      };
    }

    private EgressResult answer(Hop.Reply reply, Buffer body) {
      return new Answered(
          reply.status(),
          reply.headers(),
          body,
          request.uri(),
          left,
          reply.ip(),
          reply.httpVersion(),
          new Timings(
              Duration.ofNanos(resolved - started),
              Duration.ofNanos(reply.connectNanos()),
              Duration.ofNanos(reply.firstByteNanos()),
              deadline.elapsed()));
    }

    private Future<EgressResult> refused(Reason reason, String detail) {
      return Future.succeededFuture(new Refused(reason, detail, request.uri()));
    }

    private Future<EgressResult> failed(Kind kind, String detail) {
      return Future.succeededFuture(new Failed(kind, detail, request.uri()));
    }
  }
}
