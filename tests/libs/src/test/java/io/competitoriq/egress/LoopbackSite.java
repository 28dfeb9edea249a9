package io.competitoriq.egress;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicInteger;

/// A web server on loopback that behaves well on some paths and badly on the others.
final class LoopbackSite {
  private final AtomicInteger requests = new AtomicInteger();
  private final HttpServer server;

  LoopbackSite(Vertx vertx) {
    this.server = vertx.createHttpServer().requestHandler(this::serve);
  }

  void open() {
    server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
  }

  int port() {
    return server.actualPort();
  }

  int requests() {
    return requests.get();
  }

  private void serve(HttpServerRequest request) {
    requests.incrementAndGet();
    switch (String.valueOf(request.path())) {
      case "/echo" ->
          request
              .response()
              .putHeader("X-Host", String.valueOf(request.authority()))
              .putHeader("X-Agent", String.valueOf(request.getHeader("user-agent")))
              .end("hello");
      case "/loop" -> redirect(request, "/loop");
      case "/hop" -> redirect(request, "/echo");
      case "/to-metadata" -> redirect(request, "http://169.254.169.254/latest/meta-data/");
      case "/to-file" -> redirect(request, "file:///etc/passwd");
      case "/large" -> request.response().end(Buffer.buffer(new byte[5000]));
      case "/endless" -> drip(request);
      case "/bomb" -> request.response().putHeader("content-encoding", "gzip").end(bomb());
      case "/slow" -> request.response().setChunked(true).write("never whole");
      case "/cut" -> request.connection().close();
      default -> request.response().setStatusCode(404).end();
    }
  }

  private static void redirect(HttpServerRequest request, String location) {
    request.response().setStatusCode(302).putHeader("location", location).end();
  }

  private static void drip(HttpServerRequest request) {
    request.response().setChunked(true);
    for (int i = 0; i < 50; i++) {
      request.response().write(Buffer.buffer(new byte[1000]));
    }
  }

  private static Buffer bomb() {
    return Buffer.buffer(Packed.GZIP.pack(new byte[20 << 20]));
  }
}
