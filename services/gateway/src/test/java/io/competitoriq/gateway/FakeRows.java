package io.competitoriq.gateway;

import static java.util.Objects.requireNonNull;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A service with three rows of one kind in every workspace, in two pages, until they are
/// forgotten.
public final class FakeRows {

  public static final int ROWS = 3;

  private static final UUID SECOND = new UUID(0, 2);

  private final Map<String, Integer> left = new HashMap<>();

  /// Answers what the gateway asks below `/workspace`.
  public void answer(String service, HttpServerRequest request) {
    String path = String.valueOf(request.path());
    String place = service + " " + workspace(request);
    switch (path) {
      case "/workspace/rows" -> json(request, new JsonArray().add(service + "-things"));
      case "/workspace/forgetting" -> json(request, new JsonObject().put("rows", forget(place)));
      case "/workspace/closure", "/workspace/former-members", "/workspace/demo-competitors" ->
          request.response().setStatusCode(204).end();
      default -> json(request, page(request.getParam("after")));
    }
  }

  private synchronized int forget(String place) {
    int rows = left.getOrDefault(place, ROWS);
    left.put(place, 0);
    return rows;
  }

  private static JsonObject page(@Nullable String after) {
    boolean first = after == null;
    return new JsonObject()
        .put("lines", new JsonArray(first ? List.of(line(1), line(2)) : List.of(line(3))))
        .put("next", first ? SECOND.toString() : null);
  }

  private static String line(int number) {
    return new JsonObject().put("number", number).encode();
  }

  private static String workspace(HttpServerRequest request) {
    String token = requireNonNull(request.getHeader("Authorization")).substring("Bearer ".length());
    byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    return new JsonObject(new String(claims, StandardCharsets.UTF_8)).getString("ws");
  }

  private static void json(HttpServerRequest request, Object body) {
    request.response().putHeader("Content-Type", "application/json").end(String.valueOf(body));
  }
}
