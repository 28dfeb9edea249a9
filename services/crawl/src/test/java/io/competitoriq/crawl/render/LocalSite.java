package io.competitoriq.crawl.render;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A web server on one loopback address that remembers what it was asked.
final class LocalSite implements AutoCloseable {
  private final Map<String, Consumer<HttpServerRequest>> pages = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final String ip;
  private final HttpServer server;

  LocalSite(Vertx vertx, String ip) {
    this.ip = ip;
    this.server = vertx.createHttpServer().requestHandler(this::serve);
    server.webSocketHandler(socket -> socket.writeTextMessage("hello by socket"));
    server.listen(0, ip).toCompletionStage().toCompletableFuture().join();
  }

  private void serve(HttpServerRequest request) {
    requests.add(request.method() + " " + request.path());
    pages
        .getOrDefault(request.path(), missing -> missing.response().setStatusCode(404).end("none"))
        .accept(request);
  }

  LocalSite serve(String path, Consumer<HttpServerRequest> answer) {
    pages.put(path, answer);
    return this;
  }

  LocalSite html(String path, String body) {
    return serve(
        path,
        request ->
            request
                .response()
                .putHeader("content-type", "text/html; charset=utf-8")
                .end("<!doctype html><html><head><title>t</title></head><body>" + body));
  }

  LocalSite redirect(String path, String location) {
    return serve(
        path,
        request -> request.response().setStatusCode(302).putHeader("location", location).end());
  }

  URI url(String path) {
    return URI.create("http://" + host() + path);
  }

  String host() {
    return ip + ":" + server.actualPort();
  }

  int port() {
    return server.actualPort();
  }

  /// Everything it was asked, as `GET /path`.
  List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }
}
