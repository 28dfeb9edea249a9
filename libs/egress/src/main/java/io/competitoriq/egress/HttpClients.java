package io.competitoriq.egress;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/// The two transports: plain HTTP/1.1, and TLS that offers HTTP/2 and takes HTTP/1.1. Both trust
/// the system's certificates only, follow nothing and decompress nothing by themselves.
final class HttpClients {
  private static final int LARGEST_HEADERS = 64 * 1024;

  private final Map<HttpConnection, Boolean> used =
      Collections.synchronizedMap(new WeakHashMap<>());
  private final HttpClient plain;
  private final HttpClient tls;

  /// @param trust certificates trusted instead of the system's; only tests give some
  HttpClients(Vertx vertx, EgressConfig config, Optional<TrustOptions> trust) {
    PoolOptions pool =
        new PoolOptions()
            .setHttp1MaxSize(config.connectionsPerHost())
            .setHttp2MaxSize(1)
            .setMaxWaitQueueSize(config.waitingPerHost());
    this.plain = vertx.httpClientBuilder().with(options(config)).with(pool).build();
    HttpClientOptions secured =
        options(config)
            .setSsl(true)
            .setUseAlpn(true)
            .setProtocolVersion(HttpVersion.HTTP_2)
            .setVerifyHost(true);
    trust.ifPresent(secured::setTrustOptions);
    this.tls = vertx.httpClientBuilder().with(secured).with(pool).build();
  }

  /// Whether `connection` has carried a request before; from now on it has.
  boolean kept(HttpConnection connection) {
    return used.put(connection, true) != null;
  }

  HttpClient towards(Destination.Site site) {
    return site.tls() ? tls : plain;
  }

  void close() {
    plain.close();
    tls.close();
  }

  private static HttpClientOptions options(EgressConfig config) {
    return new HttpClientOptions()
        .setConnectTimeout((int) config.connectTimeout().toMillis())
        .setKeepAliveTimeout(15)
        .setHttp2KeepAliveTimeout(15)
        .setMaxHeaderSize(LARGEST_HEADERS)
        .setMaxInitialLineLength(LARGEST_HEADERS)
        .setTracingPolicy(TracingPolicy.IGNORE)
        .setDecompressionSupported(false);
  }
}
