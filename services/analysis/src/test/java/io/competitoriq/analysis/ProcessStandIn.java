package io.competitoriq.analysis;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// Answers like the services that read pages and know competitors, on loopback. What it knows of a
/// competitor or a document is put there by the test: `PUT /known/{id}`. A competitor it was told
/// to be away for (`{"away": true}`) is answered with 503.
public final class ProcessStandIn implements QuarkusTestResourceLifecycleManager {

  private static final JsonObject NOBODY =
      new JsonObject().put("items", new JsonArray()).putNull("nextCursor");

  private final Map<String, JsonObject> known = new ConcurrentHashMap<>();
  private @Nullable Vertx vertx;

  /// From now on these are the competitor's facts.
  static void facts(UUID competitor, JsonObject... facts) {
    put(competitor, new JsonObject().put("items", new JsonArray(List.of(facts))));
  }

  /// From now on nobody can be asked for them.
  static void away(UUID competitor) {
    put(competitor, new JsonObject().put("away", true));
  }

  /// From now on the workspace watches this competitor and nobody else.
  static void competitor(UUID workspace, UUID id, String name) {
    JsonObject card =
        new JsonObject().put("id", id.toString()).put("name", name).put("tags", new JsonArray());
    put(workspace, new JsonObject().put("items", new JsonArray().add(card)).putNull("nextCursor"));
  }

  /// From now on there is such a document.
  static void document(UUID id, String text) {
    put(
        id,
        new JsonObject()
            .put("id", id.toString())
            .put("url", Changes.PRICING.toString())
            .put("fetchedAt", Changes.SEEN.toString())
            .put("text", text));
  }

  private static void put(UUID id, JsonObject what) {
    RestAssured.given()
        .body(what.encode())
        .put(System.getProperty("ciq.test.process") + "/known/" + id)
        .then()
        .statusCode(204);
  }

  @Override
  public Map<String, String> start() {
    Vertx started = Vertx.vertx();
    vertx = started;
    HttpServer server = started.createHttpServer().requestHandler(this::answer);
    try {
      server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
    String address = "http://127.0.0.1:" + server.actualPort();
    System.setProperty("ciq.test.process", address);
    return Map.of(
        "quarkus.rest-client.process.url", address,
        "quarkus.rest-client.competitors.url", address);
  }

  @Override
  public void stop() {
    if (vertx != null) {
      vertx.close();
    }
  }

  private void answer(HttpServerRequest request) {
    String path = String.valueOf(request.path());
    String id = path.substring(path.lastIndexOf('/') + 1);
    if (request.method().name().equals("PUT")) {
      request.bodyHandler(
          body -> {
            known.put(id, body.toJsonObject());
            request.response().setStatusCode(204).end();
          });
    } else if (path.equals("/facts")) {
      facts(request);
    } else if (path.equals("/competitors")) {
      json(request, known.getOrDefault(workspace(request), NOBODY));
    } else {
      JsonObject document = known.get(id);
      request.response().setStatusCode(document == null ? 404 : 200);
      json(request, document == null ? new JsonObject() : document);
    }
  }

  private void facts(HttpServerRequest request) {
    JsonObject about = known.getOrDefault(request.getParam("competitorId"), new JsonObject());
    if (about.getBoolean("away", false)) {
      request.response().setStatusCode(503).end();
      return;
    }
    JsonArray items = new JsonArray();
    about.getJsonArray("items", new JsonArray()).stream()
        .map(JsonObject.class::cast)
        .filter(fact -> fact.getString("kind").equals(request.getParam("kind")))
        .forEach(items::add);
    json(request, new JsonObject().put("items", items).putNull("nextCursor"));
  }

  /// The workspace that the internal token names.
  private static String workspace(HttpServerRequest request) {
    String token = String.valueOf(request.getHeader("Authorization")).split("\\.")[1];
    return new JsonObject(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8))
        .getString("ws");
  }

  private static void json(HttpServerRequest request, JsonObject body) {
    request.response().putHeader("Content-Type", "application/json").end(body.encode());
  }
}
