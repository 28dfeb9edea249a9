package io.competitoriq.egress;

import static java.util.Objects.requireNonNull;

import io.competitoriq.egress.EgressResult.Failed;
import io.competitoriq.egress.EgressResult.Kind;
import io.competitoriq.egress.EgressResult.Reason;
import io.competitoriq.egress.EgressResult.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// The guarded way out for traffic that is not ours to read: a browser's, which a proxy passes on.
/// Every destination is checked as [Egress] checks it, and the connection goes to the very address
/// that was checked. Nothing is followed, decompressed or bounded here; whoever passes the bytes on
/// bounds them. The futures never fail for a destination's sake: that is a [Way.Shut].
@ApplicationScoped
public class GuardedTunnel {
  private static final Duration LOOKUP = Duration.ofSeconds(10);
  private static final URI NOWHERE = URI.create("http://invalid/");
  private static final int CONNECTIONS_PER_HOST = 32;

  private final Vertx vertx;
  private final Routes routes;
  private final NetClient sockets;
  private final HttpClient plain;
  private final MeterRegistry meters;

  @Inject
  GuardedTunnel(Vertx vertx, EgressConfig config, MeterRegistry meters) {
    this.vertx = vertx;
    this.meters = meters;
    this.routes = new Routes(config, Names.system());
    int patience = (int) config.connectTimeout().toMillis();
    this.sockets = vertx.createNetClient(new NetClientOptions().setConnectTimeout(patience));
    this.plain =
        vertx
            .httpClientBuilder()
            .with(
                new HttpClientOptions()
                    .setConnectTimeout(patience)
                    .setMaxHeaderSize(64 * 1024)
                    .setTracingPolicy(TracingPolicy.IGNORE)
                    .setKeepAlive(false))
            .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_HOST))
            .build();
  }

  /// A connection to where `authority` (`host:port`, an IPv6 literal in brackets) leads, as the
  /// method CONNECT names it.
  public Future<Way<NetSocket>> connect(String authority) {
    URI uri;
    try {
      uri = URI.create("https://" + authority + "/");
    } catch (IllegalArgumentException e) {
      return Future.succeededFuture(unusable(NOWHERE));
    }
    return open(uri, site -> sockets::connect);
  }

  /// A request to a plain-HTTP `address`, written as browsers write them; ready to be given headers
  /// and a body.
  public Future<Way<HttpClientRequest>> request(HttpMethod method, String address) {
    URI uri;
    try {
      uri = URI.create(PercentEncoding.repair(address));
    } catch (IllegalArgumentException e) {
      return Future.succeededFuture(unusable(NOWHERE));
    }
    if (!"http".equalsIgnoreCase(uri.getScheme())) {
      return Future.succeededFuture(unusable(uri));
    }
    return open(
        uri,
        site ->
            to ->
                plain.request(
                    new RequestOptions()
                        .setMethod(method)
                        .setServer(to)
                        .setHost(site.authorityHost())
                        .setPort(site.port())
                        .setURI(site.requestTarget())));
  }

  private <T> Future<Way<T>> open(
      URI uri, Function<Destination.Site, Function<SocketAddress, Future<T>>> how) {
    return switch (Destination.of(uri)) {
      case Destination.Unusable(Reason reason, String detail) ->
          Future.succeededFuture(shut(new Refused(reason, detail, uri)));
      case Destination.Site site ->
          vertx
              .executeBlocking(() -> routes.to(site), false)
              .timeout(LOOKUP.toMillis(), TimeUnit.MILLISECONDS)
              .compose(
                  route -> go(requireNonNull(route), uri, how.apply(site)),
                  _ ->
                      Future.succeededFuture(
                          shut(new Failed(Kind.DNS, "The name service did not answer.", uri))));
    };
  }

  private <T> Future<Way<T>> go(Route route, URI uri, Function<SocketAddress, Future<T>> how) {
    return switch (route) {
      case Route.Closed(EgressResult why) -> Future.succeededFuture(shut(why));
      case Route.Open open -> attempt(open, 0, uri, how);
    };
  }

  /// The first of the checked addresses that answers.
  private <T> Future<Way<T>> attempt(
      Route.Open open, int index, URI uri, Function<SocketAddress, Future<T>> how) {
    return how.apply(open.addresses().get(index))
        .compose(
            way -> Future.succeededFuture(new Way.Open<>(way)),
            failure ->
                index + 1 < open.addresses().size()
                    ? attempt(open, index + 1, uri, how)
                    : Future.succeededFuture(
                        shut(
                            new Failed(
                                Faults.of(failure).kind(), Faults.of(failure).detail(), uri))));
  }

  private <T> Way<T> unusable(URI uri) {
    return shut(new Refused(Reason.SCHEME, "The address cannot be passed on.", uri));
  }

  private <T> Way<T> shut(EgressResult why) {
    if (why instanceof Refused(Reason reason, _, _)) {
      meters.counter("ciq_egress_blocked", "reason", reason.name()).increment();
    }
    return new Way.Shut<>(why);
  }

  @PreDestroy
  void close() {
    sockets.close();
    plain.close();
  }

  /// Whether there is a way, and if so, that way.
  public sealed interface Way<T> {
    /// Connected to an address that was checked.
    record Open<T>(T way) implements Way<T> {}

    /// Refused or failed, never answered.
    record Shut<T>(EgressResult why) implements Way<T> {}
  }
}
