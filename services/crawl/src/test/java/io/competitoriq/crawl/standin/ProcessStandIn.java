package io.competitoriq.crawl.standin;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Process as far as the janitor asks it: which snapshots something was read from.
public final class ProcessStandIn implements AutoCloseable {
  /// How it behaves.
  public enum Mood {
    ANSWERS,
    NEEDS_ALL,
    FAILS,
    IS_SILENT
  }

  private final Vertx vertx = Vertx.vertx();
  private final Set<UUID> cited = ConcurrentHashMap.newKeySet();
  private final Set<UUID> needed = ConcurrentHashMap.newKeySet();
  private final List<Integer> questions = new CopyOnWriteArrayList<>();
  private volatile Mood mood = Mood.ANSWERS;

  public ProcessStandIn() {
    vertx
        .createHttpServer()
        .requestHandler(request -> request.bodyHandler(body -> serve(request, body)))
        .listen(StandInPlaces.port("process"), "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  public ProcessStandIn cites(UUID snapshotId) {
    cited.add(snapshotId);
    return this;
  }

  public ProcessStandIn needs(UUID snapshotId) {
    needed.add(snapshotId);
    return this;
  }

  public void mood(Mood now) {
    mood = now;
  }

  /// How many snapshots each question was about.
  public List<Integer> questions() {
    return questions;
  }

  private void serve(HttpServerRequest request, Buffer body) {
    switch (mood) {
      case ANSWERS, NEEDS_ALL -> answer(request, body.toJsonObject().getJsonArray("snapshotIds"));
      case FAILS -> request.response().setStatusCode(503).end();
      case IS_SILENT -> {}
    }
  }

  private void answer(HttpServerRequest request, JsonArray asked) {
    questions.add(asked.size());
    boolean known =
        request.path().equals("/evidence/cited")
            && String.valueOf(request.getHeader("authorization")).startsWith("Bearer ey");
    List<UUID> ids = asked.stream().map(id -> UUID.fromString(id.toString())).toList();
    request
        .response()
        .setStatusCode(known ? 200 : 401)
        .putHeader("content-type", "application/json")
        .end(
            new JsonObject()
                .put("cited", strings(ids, cited))
                .put("needed", strings(ids, mood == Mood.NEEDS_ALL ? Set.copyOf(ids) : needed))
                .encode());
  }

  private static List<String> strings(List<UUID> asked, Set<UUID> known) {
    return asked.stream().filter(known::contains).map(UUID::toString).toList();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
