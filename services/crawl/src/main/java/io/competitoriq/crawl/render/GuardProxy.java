package io.competitoriq.crawl.render;

import io.competitoriq.crawl.render.RenderOutcome.Reason;
import io.competitoriq.egress.EgressResult;
import io.competitoriq.egress.GuardedTunnel;
import io.competitoriq.egress.GuardedTunnel.Way;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The only way out of a browser: a forward proxy that lets in whoever has the pass of an open
/// page, and out only to addresses the egress guard has checked.
@ApplicationScoped
class GuardProxy {
  /// Why there is no answer, in the form of RFC 9209; taken away from what sites send.
  static final String STATUS = "proxy-status";

  private static final int LONGEST_LINE = 64 * 1024;
  private static final int IDLE_SECONDS = 60;

  private final Vertx vertx;
  private final GuardedTunnel tunnel;
  private final RenderConfig.Proxy config;
  private final Map<String, ProxyPass> passes = new ConcurrentHashMap<>();
  private @Nullable HttpServer server;

  GuardProxy(Vertx vertx, GuardedTunnel tunnel, RenderConfig config) {
    this.vertx = vertx;
    this.tunnel = tunnel;
    this.config = config.proxy();
  }

  /// A pass for one page; close it with the page.
  ProxyPass admit() {
    ProxyPass pass = new ProxyPass(config, passes::remove);
    passes.put(pass.credentials(), pass);
    return pass;
  }

  /// Where it listens, `host:port`; starts with the first question. Waits: not for an event loop.
  synchronized String address() {
    if (server == null) {
      server = listen();
    }
    return config.listen() + ":" + server.actualPort();
  }

  @PreDestroy
  synchronized void close() {
    passes.values().forEach(ProxyPass::close);
    if (server != null) {
      server.close();
    }
  }

  private HttpServer listen() {
    try {
      return vertx
          .createHttpServer(
              new HttpServerOptions()
                  .setMaxInitialLineLength(LONGEST_LINE)
                  .setMaxHeaderSize(LONGEST_LINE)
                  .setTracingPolicy(TracingPolicy.IGNORE)
                  .setIdleTimeout(IDLE_SECONDS))
          .requestHandler(this::serve)
          .listen(config.port(), config.listen())
          .toCompletionStage()
          .toCompletableFuture()
          .get(5, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new RenderFailure(
          Reason.LAUNCH, "The browser's proxy cannot listen on port " + config.port() + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RenderFailure(Reason.BROWSER_LOST, "The rendering was called off.");
    }
  }

  private void serve(HttpServerRequest request) {
    ProxyPass pass = pass(request);
    if (pass == null) {
      request
          .response()
          .setStatusCode(407)
          .putHeader("proxy-authenticate", "Basic realm=\"ciq\"")
          .end();
    } else if (!pass.enter()) {
      refuse(request, 503, "connection_limit_reached");
    } else if (request.method().equals(HttpMethod.CONNECT)) {
      tunnel(request, pass);
    } else {
      forward(request, pass);
    }
  }

  private @Nullable ProxyPass pass(HttpServerRequest request) {
    String shown = request.getHeader("proxy-authorization");
    return shown == null ? null : passes.get(shown);
  }

  private void tunnel(HttpServerRequest request, ProxyPass pass) {
    tunnel
        .connect(String.valueOf(request.uri()))
        .onComplete(
            way -> {
              switch (way) {
                case Way.Open(var there) -> {
                  there.pause();
                  request
                      .toNetSocket()
                      .onSuccess(here -> Pipes.join(here, there, pass))
                      .onFailure(
                          _ -> {
                            there.close();
                            pass.leave();
                          });
                }
                case Way.Shut(EgressResult why) -> turnAway(request, why, pass);
              }
            },
            _ -> broken(request, pass));
  }

  private void forward(HttpServerRequest request, ProxyPass pass) {
    request.pause();
    tunnel
        .request(request.method(), String.valueOf(request.uri()))
        .onComplete(
            way -> {
              switch (way) {
                case Way.Open(var onward) -> Pipes.forward(request, onward, pass);
                case Way.Shut(EgressResult why) -> turnAway(request, why, pass);
              }
            },
            _ -> broken(request, pass));
  }

  private static void turnAway(HttpServerRequest request, EgressResult why, ProxyPass pass) {
    pass.leave();
    switch (why) {
      case EgressResult.Refused _ -> refuse(request, 403, "destination_ip_prohibited");
      case EgressResult.Failed _ -> refuse(request, 502, "destination_unavailable");
      case EgressResult.Answered _ -> throw new IllegalStateException("a tunnel answers nothing");
    }
  }

  private static void broken(HttpServerRequest request, ProxyPass pass) {
    pass.leave();
    refuse(request, 500, "proxy_internal_error");
  }

  private static void refuse(HttpServerRequest request, int status, String error) {
    request.resume();
    request
        .response()
        .setStatusCode(status)
        .putHeader(STATUS, "ciq; error=" + error)
        .putHeader("connection", "close")
        .end();
  }
}
