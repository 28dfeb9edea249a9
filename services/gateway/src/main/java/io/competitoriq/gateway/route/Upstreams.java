package io.competitoriq.gateway.route;

import static java.util.Objects.requireNonNull;

import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import org.jboss.logging.Logger;

/// Connections to the services, with one circuit breaker each: a service that gives no answers is
/// left alone for a moment instead of holding every request until its timeout. A bulkhead keeps a
/// slow service from holding what the others need.
@ApplicationScoped
class Upstreams {

  private static final Logger LOG = Logger.getLogger(Upstreams.class);

  private static final String IMPORTS = "/imports";

  private final HttpClient client;
  private final RouteConfig config;
  private final Map<Service, TypedGuard<Uni<HttpClientResponse>>> guards =
      new EnumMap<>(Service.class);

  Upstreams(Vertx vertx, RouteConfig config) {
    this.config = config;
    int connections = config.route().maxConnections();
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) config.route().connectTimeout().toMillis())
                .setKeepAliveTimeout(30),
            new PoolOptions().setHttp1MaxSize(connections));
    for (Service service : Service.values()) {
      guards.put(service, guard(service));
    }
  }

  /// One request to a service.
  ///
  /// @param path with the query
  /// @param body empty for none
  record Call(HttpMethod method, String path, MultiMap headers, Buffer body) {}

  /// The head of the answer, whatever its status; its body waits until somebody reads it. Fails
  /// when there is no answer in time.
  Uni<HttpClientResponse> send(Service service, Call call) {
    return requireNonNull(guards.get(service)).get(() -> attempt(service, call));
  }

  /// A service may close a kept connection at the very moment a request is written to it: reads are
  /// tried once more on a fresh one.
  private Uni<HttpClientResponse> attempt(Service service, Call call) {
    return Uni.createFrom()
        .completionStage(() -> exchange(service, call).toCompletionStage())
        .onFailure(failure -> failure instanceof HttpClosedException && isRead(call))
        .retry()
        .atMost(1);
  }

  private static boolean isRead(Call call) {
    return call.method() == HttpMethod.GET || call.method() == HttpMethod.HEAD;
  }

  private Future<HttpClientResponse> exchange(Service service, Call call) {
    return client
        .request(options(config.addressOf(service), call))
        .compose(request -> send(request, call))
        .map(Upstreams::paused);
  }

  private static Future<HttpClientResponse> send(HttpClientRequest request, Call call) {
    return call.body().length() == 0 ? request.send() : request.send(call.body());
  }

  /// Nothing of the body may arrive before its reader does.
  private static HttpClientResponse paused(HttpClientResponse response) {
    response.pause();
    return response;
  }

  private RequestOptions options(URI address, Call call) {
    boolean tls = "https".equalsIgnoreCase(address.getScheme());
    int defaultPort = tls ? 443 : 80;
    Duration silence =
        call.path().startsWith(IMPORTS)
            ? config.route().importTimeout()
            : config.route().responseTimeout();
    String prefix = address.getRawPath().endsWith("/") ? "" : address.getRawPath();
    return new RequestOptions()
        .setMethod(call.method())
        .setSsl(tls)
        .setHost(address.getHost())
        .setPort(address.getPort() < 0 ? defaultPort : address.getPort())
        .setURI(prefix + call.path())
        .setHeaders(call.headers())
        .setConnectTimeout(config.route().connectTimeout().toMillis())
        .setIdleTimeout(silence.toMillis());
  }

  private TypedGuard<Uni<HttpClientResponse>> guard(Service service) {
    return TypedGuard.create(new TypeLiteral<Uni<HttpClientResponse>>() {})
        .withDescription(service.label())
        .withBulkhead()
        .limit(config.route().maxWaiting())
        .queueSize(1)
        .done()
        .withCircuitBreaker()
        .name("ciq-gateway-" + service.label())
        .requestVolumeThreshold(config.route().breakerWindow())
        .failureRatio(0.5)
        .delay(config.route().breakerPause().toMillis(), ChronoUnit.MILLIS)
        .onStateChange(state -> told(service, state))
        .done()
        .build();
  }

  private static void told(Service service, CircuitBreakerState state) {
    LOG.warnf("circuit breaker service=%s state=%s", service.label(), state);
  }
}
