package io.competitoriq.analysis;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// Answers what this service reads from crawl, process and competitors, in their own shapes, over
/// HTTP: 14 visits of 3 sources, two competitors, and snapshots whose body is their id.
public final class Neighbours implements QuarkusTestResourceLifecycleManager {

  static final String QUIET = "00000000-0000-0000-0003-000000000001";

  private @Nullable Vertx vertx;

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
    return Map.of(
        "quarkus.rest-client.crawl.url", address,
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
    String[] path = String.valueOf(request.path()).substring(1).split("/");
    if (!String.valueOf(request.getHeader("Authorization")).startsWith("Bearer ")) {
      request.response().setStatusCode(401).end();
      return;
    }
    switch (path[0]) {
      case "visit-tallies" -> json(request, tally());
      case "competitors" -> json(request, competitors());
      case "snapshots" -> snapshot(request, path);
      case "documents" -> json(request, document(path[1]));
      case "changes" -> json(request, change(path[1]));
      default -> request.response().setStatusCode(404).end();
    }
  }

  private static JsonObject tally() {
    return new JsonObject()
        .put("sources", 3)
        .put("visits", 14)
        .put("snapshots", 1)
        .put("unchanged", 12)
        .put("failures", 1)
        .put("asOf", "2026-11-27T07:00:00Z");
  }

  private static JsonObject competitors() {
    JsonObject quiet =
        new JsonObject().put("id", QUIET).put("name", "Quietly").put("tags", new JsonArray());
    return new JsonObject().put("items", new JsonArray(List.of(quiet)));
  }

  /// A snapshot whose id ends in `f` has a body that is not what its hash says.
  private static void snapshot(HttpServerRequest request, String[] path) {
    String id = path[1];
    if (path.length > 2) {
      request.response().putHeader("Content-Type", "text/plain").end(Buffer.buffer(body(id)));
      return;
    }
    String known = id.endsWith("f") ? "something else" : body(id);
    json(
        request,
        new JsonObject()
            .put("id", id)
            .put("url", "https://brightdesk.example/pricing")
            .put("finalUrl", "https://brightdesk.example/pricing")
            .put("fetchedAt", "2026-11-20T08:00:00Z")
            .put("httpStatus", 200)
            .put("contentType", "text/html")
            .put("charset", "UTF-8")
            .put("bytes", body(id).length())
            .put("bodySha256", sha256(known))
            .put("headers", new JsonObject().put("etag", "abc")));
  }

  /// Of a snapshot with the change's own id to another one; a diff has its hunks there.
  private static JsonObject change(String id) {
    String other = "00000000-0000-0000-0005-000000000000";
    return new JsonObject()
        .put("fromSnapshotId", id)
        .put("toSnapshotId", other)
        .put("fromDocumentId", id)
        .put("toDocumentId", other)
        .put("hunks", new JsonArray());
  }

  private static JsonObject document(String id) {
    return new JsonObject()
        .put("id", id)
        .put("snapshotId", id)
        .put("title", "Pricing")
        .put("text", "Pro $59 per seat and month");
  }

  static String body(String snapshotId) {
    return "<html>" + snapshotId + "</html>";
  }

  static String sha256(String text) {
    try {
      return java.util.HexFormat.of()
          .formatHex(
              java.security.MessageDigest.getInstance("SHA-256")
                  .digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void json(HttpServerRequest request, JsonObject body) {
    request.response().putHeader("Content-Type", "application/json").end(body.encode());
  }
}
