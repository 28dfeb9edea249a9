package io.competitoriq.analysis;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// Takes webhooks on loopback. The address says what it does: `/fail-5/x` refuses five times and
/// accepts then, `/status-410/x` always answers so, all else accepts. What came to a path can be
/// read back at `GET /received?path=<path>`: tests see this class through another class loader.
public final class Receiver implements QuarkusTestResourceLifecycleManager {

  /// One request as it came, its header names in lower case.
  record Call(int status, Map<String, String> headers, String body) {}

  private final Map<String, List<JsonObject>> received = new ConcurrentHashMap<>();
  private @Nullable Vertx vertx;

  /// What came to a path, in order.
  static List<Call> calls(String path) {
    String calls = RestAssured.get(address("/received?path=" + path)).asString();
    return new JsonArray(calls)
        .stream()
            .map(JsonObject.class::cast)
            .map(call -> new Call(call.getInteger("status"), headers(call), call.getString("body")))
            .toList();
  }

  @Override
  public Map<String, String> start() {
    Vertx started = Vertx.vertx();
    vertx = started;
    HttpServer server = started.createHttpServer().requestHandler(this::take);
    try {
      server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
    System.setProperty("ciq.test.receiver", "http://127.0.0.1:" + server.actualPort());
    return Map.of(
        "ciq.egress.allow", "127.0.0.0/8",
        "ciq.seal.keys", "test:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
        "ciq.jobs.queues.alert-jobs.backoff-base", "20ms",
        "ciq.jobs.queues.alert-jobs.backoff-cap", "40ms",
        "ciq.jobs.queues.alert-jobs.max-attempts", "7");
  }

  @Override
  public void stop() {
    if (vertx != null) {
      vertx.close();
    }
  }

  static String address(String path) {
    return System.getProperty("ciq.test.receiver") + path;
  }

  private static Map<String, String> headers(JsonObject call) {
    Map<String, String> headers = new HashMap<>();
    call.getJsonObject("headers")
        .forEach(header -> headers.put(header.getKey(), "" + header.getValue()));
    return headers;
  }

  private void take(HttpServerRequest request) {
    String path = String.valueOf(request.path());
    if (path.equals("/received")) {
      String wanted = String.valueOf(request.getParam("path"));
      request.response().end(new JsonArray(received.getOrDefault(wanted, List.of())).encode());
      return;
    }
    request.bodyHandler(
        body -> {
          List<JsonObject> calls =
              received.computeIfAbsent(path, _ -> new CopyOnWriteArrayList<>());
          int status = status(path, calls.size());
          JsonObject headers = new JsonObject();
          request
              .headers()
              .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
          calls.add(
              new JsonObject()
                  .put("status", status)
                  .put("headers", headers)
                  .put("body", body.toString()));
          request.response().setStatusCode(status).end("said " + status);
        });
  }

  private static int status(String path, int before) {
    String wanted = path.split("/")[1];
    if (wanted.startsWith("fail-")) {
      return before < Integer.parseInt(wanted.substring(5)) ? 503 : 204;
    }
    return wanted.startsWith("status-") ? Integer.parseInt(wanted.substring(7)) : 200;
  }
}
