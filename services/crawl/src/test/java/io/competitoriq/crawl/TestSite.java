package io.competitoriq.crawl;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/// A small site on loopback under a name of its own, so that no test meets another's robots.txt.
final class TestSite implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final Map<String, Consumer<HttpServerRequest>> pages = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final String host =
      "t" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 50), 36) + ".localhost";
  private final HttpServer server;

  TestSite() {
    server = vertx.createHttpServer().requestHandler(this::serve);
    server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
  }

  private void serve(HttpServerRequest request) {
    requests.add(request.path());
    pages
        .getOrDefault(request.path(), missing -> missing.response().setStatusCode(404).end("none"))
        .accept(request);
  }

  /// Serves the path that way from now on.
  TestSite serve(String path, Consumer<HttpServerRequest> answer) {
    pages.put(path, answer);
    return this;
  }

  /// Serves an ordinary page.
  TestSite page(String path, String text) {
    return serve(
        path,
        request ->
            request
                .response()
                .putHeader("content-type", "text/html; charset=utf-8")
                .end("<!doctype html><title>Acme</title><h1>Acme</h1><p>" + text + "</p>"));
  }

  TestSite robots(String text) {
    return serve(
        "/robots.txt",
        request -> request.response().putHeader("content-type", "text/plain").end(text));
  }

  URI url(String path) {
    return URI.create("http://" + host + ":" + server.actualPort() + path);
  }

  long requests(String path) {
    return requests.stream().filter(path::equals).count();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
