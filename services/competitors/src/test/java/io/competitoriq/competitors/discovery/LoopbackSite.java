package io.competitoriq.competitors.discovery;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A small website on loopback: pages by path, everything else is 404. Remembers what was asked,
/// and can keep one page back until the test has seen enough.
public final class LoopbackSite implements AutoCloseable {

  private record Answer(String type, String body) {}

  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Void>> gates = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;

  public LoopbackSite() {
    this.server =
        vertx
            .createHttpServer()
            .requestHandler(this::answer)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  public LoopbackSite page(String path, String html) {
    return file(path, "text/html; charset=utf-8", "<!doctype html><html>" + html + "</html>");
  }

  public LoopbackSite file(String path, String type, String body) {
    answers.put(path, new Answer(type, body.replace("{site}", url(""))));
    return this;
  }

  /// Answers for this path wait until the returned future is completed.
  CompletableFuture<Void> hold(String path) {
    return gates.computeIfAbsent(path, _ -> new CompletableFuture<>());
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.actualPort() + path;
  }

  List<String> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpServerRequest request) {
    asked.add(request.path());
    gates
        .getOrDefault(request.path(), CompletableFuture.completedFuture(null))
        .thenRun(() -> send(request));
  }

  private void send(HttpServerRequest request) {
    Answer answer = answers.get(request.path());
    if (answer == null) {
      request.response().setStatusCode(404).putHeader("content-type", "text/html").end("<h1>Lost");
    } else {
      request.response().putHeader("content-type", answer.type()).end(answer.body());
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
