package io.competitoriq.gateway.config;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// Services behind the gateway that remember what they are told, on real sockets. A competitor
/// whose address holds `refused` is refused, and so is every rule whose pattern is `broken`; a
/// channel called `away` finds its service away.
public final class RememberingServices implements QuarkusTestResourceLifecycleManager {

  private static final JsonObject NOTHING = new JsonObject();
  private static final JsonObject RULE =
      new JsonObject().put("keepNewest", 10).put("keepChanged", true).put("bodyDays", 365);
  private static final JsonObject ACCOUNT =
      new JsonObject().put("account", "WORKSPACE").put("dayMicros", 1).put("monthMicros", 2);
  private static final JsonObject BUDGET =
      new JsonObject()
          .put("monthMicros", 3)
          .put("sourceMicros", 4)
          .put("sources", new JsonObject());

  private final Vertx vertx = Vertx.vertx();
  private final Map<String, List<JsonObject>> stored = new LinkedHashMap<>();
  private final List<String> writes = new ArrayList<>();

  @Override
  public Map<String, String> start() {
    Map<String, String> config = new HashMap<>();
    for (String service : new String[] {"competitors", "crawl", "process", "analysis"}) {
      config.put("ciq.gateway.services." + service, listen());
    }
    config.put("ciq.gateway.password.memory-kib", "1024");
    config.put("ciq.gateway.password.iterations", "1");
    config.put("ciq.gateway.public-url", "http://ciq.test");
    return config;
  }

  @Override
  public void stop() {
    vertx.close();
  }

  private String listen() {
    try {
      int port =
          vertx
              .createHttpServer()
              .requestHandler(
                  request ->
                      request
                          .body()
                          .onSuccess(
                              body ->
                                  answer(request, body.length() == 0 ? NOTHING : body.toJson())))
              .listen(0, "127.0.0.1")
              .toCompletionStage()
              .toCompletableFuture()
              .get(10, TimeUnit.SECONDS)
              .actualPort();
      return "http://127.0.0.1:" + port;
    } catch (Exception refused) {
      throw new IllegalStateException("no service", refused);
    }
  }

  private synchronized void answer(HttpServerRequest request, Object body) {
    String[] path = String.valueOf(request.path()).substring(1).split("/");
    switch (path[0]) {
      case "writes" -> json(request, 200, new JsonArray(new ArrayList<>(writes)));
      case "reset" -> {
        stored.clear();
        writes.clear();
        json(request, 200, new JsonObject());
      }
      case "watch-checks" -> json(request, 200, addresses((JsonArray) body));
      case "ignore-rule-checks" -> json(request, 200, patterns((JsonArray) body));
      case "company-profile" -> company(request, (JsonObject) body);
      case "retention" -> retention(request, (JsonObject) body);
      case "ai" -> aiBudgets(request, (JsonObject) body);
      case "providers" -> providers(request, (JsonObject) body);
      default -> collection(request, path, (JsonObject) body);
    }
  }

  private void company(HttpServerRequest request, JsonObject body) {
    List<JsonObject> profiles = stored.computeIfAbsent("company-profile", _ -> new ArrayList<>());
    if (!body.isEmpty()) {
      writes.add("PUT company-profile");
      profiles.add(body);
    }
    JsonObject profile =
        profiles.isEmpty()
            ? new JsonObject()
                .put("name", "")
                .put("sells", "")
                .put("segments", new JsonArray())
                .put("positioning", "")
                .put("plans", new JsonArray())
                .put("relations", new JsonArray())
                .put("teams", new JsonArray())
            : profiles.getLast();
    json(request, 200, new JsonObject().put("version", profiles.size()).put("profile", profile));
  }

  private void retention(HttpServerRequest request, JsonObject body) {
    json(request, 200, new JsonObject().put("rule", kept("PUT retention", RULE, body)));
  }

  private void aiBudgets(HttpServerRequest request, JsonObject body) {
    JsonArray accounts =
        body.isEmpty() ? new JsonArray().add(new JsonObject()) : body.getJsonArray("accounts");
    JsonObject account = kept("PUT ai/budgets", ACCOUNT, accounts.getJsonObject(0));
    json(request, 200, new JsonObject().put("accounts", new JsonArray().add(account)));
  }

  private void providers(HttpServerRequest request, JsonObject body) {
    JsonObject budget = kept("PUT providers/apify/budget", BUDGET, body);
    JsonObject provider = new JsonObject().put("provider", "apify").put("budget", budget);
    json(request, 200, body.isEmpty() ? new JsonArray().add(provider) : provider);
  }

  /// What there is one of: what was written last, or what an installation begins with.
  private JsonObject kept(String write, JsonObject first, JsonObject body) {
    List<JsonObject> rows = stored.computeIfAbsent(write, _ -> new ArrayList<>());
    if (!body.isEmpty()) {
      writes.add(write);
      rows.add(body);
    }
    return rows.isEmpty() ? first : rows.getLast();
  }

  private void collection(HttpServerRequest request, String[] path, JsonObject body) {
    boolean sourcesOf = path.length == 3 && path[2].equals("sources");
    String name = sourcesOf ? "sources" : path[0];
    List<JsonObject> rows = stored.computeIfAbsent(name, _ -> new ArrayList<>());
    switch (request.method().name()) {
      case "GET" -> {
        var all = new JsonArray(new ArrayList<Object>(rows));
        boolean paged = name.equals("competitors") || name.equals("sources");
        json(request, 200, paged ? new JsonObject().put("items", all) : all);
      }
      case "POST" -> make(request, name, sourcesOf ? path[1] : "", body);
      case "DELETE" -> {
        writes.add("DELETE " + name);
        rows.removeIf(row -> row.getString("id").equals(path[1]));
        request.response().setStatusCode(204).end();
      }
      default -> {
        JsonObject row =
            rows.stream()
                .filter(one -> one.getString("id").equals(path[1]))
                .findFirst()
                .orElseThrow();
        String version = "\"" + row.getLong("version") + "\"";
        if (!version.equals(request.getHeader("If-Match"))) {
          problem(request, 412, "version-changed");
          return;
        }
        writes.add(request.method() + " " + name);
        row.mergeIn(body).put("version", row.getLong("version") + 1);
        json(request, 200, row);
      }
    }
  }

  private void make(HttpServerRequest request, String name, String competitor, JsonObject body) {
    if (String.valueOf(body.getString("url")).contains("refused")) {
      problem(request, 422, "too-many-competitors");
      return;
    }
    if (name.equals("channels") && body.getString("name").equals("away")) {
      request.connection().close();
      return;
    }
    writes.add("POST " + name);
    JsonObject row = defaults(name).mergeIn(body);
    row.put("id", UUID.randomUUID().toString()).put("version", 0);
    if (name.equals("competitors")) {
      row.put("domain", domain(body.getString("url")));
    }
    if (name.equals("sources")) {
      row.put("competitorId", competitor);
    }
    stored.computeIfAbsent(name, _ -> new ArrayList<>()).add(row);
    JsonObject told = row.copy();
    if ("WEBHOOK".equals(row.getString("kind"))) {
      told.put("secret", "whsec_once");
    }
    json(request, 201, name.equals("view-feeds") ? told.put("path", "/rss/once") : told);
  }

  private static JsonObject defaults(String name) {
    return switch (name) {
      case "competitors" -> new JsonObject().put("name", "Acme").put("tags", new JsonArray());
      case "sources" ->
          new JsonObject()
              .put("collector", "BUILTIN")
              .put("title", "Page")
              .put("paused", false)
              .put("rendering", "AUTO")
              .put("options", new JsonObject())
              .put("schedule", new JsonObject().put("interval", "P1D").put("zone", "UTC"));
      case "channels" -> new JsonObject().put("enabled", true).put("format", "STANDARD");
      default -> new JsonObject();
    };
  }

  private static JsonArray addresses(JsonArray asked) {
    var checks = new JsonArray();
    for (int i = 0; i < asked.size(); i++) {
      JsonObject one = asked.getJsonObject(i);
      var sources = new JsonArray();
      for (int j = 0; j < one.getJsonArray("sources").size(); j++) {
        JsonObject source = one.getJsonArray("sources").getJsonObject(j);
        sources.add(
            new JsonObject()
                .put("url", source.getString("url"))
                .put("schedule", source.getJsonObject("schedule")));
      }
      checks.add(
          new JsonObject()
              .put("domain", domain(one.getString("url")))
              .put("url", one.getString("url"))
              .put("sources", sources));
    }
    return checks;
  }

  private static JsonArray patterns(JsonArray asked) {
    var checks = new JsonArray();
    for (int i = 0; i < asked.size(); i++) {
      boolean broken = asked.getJsonObject(i).getString("pattern").equals("broken");
      checks.add(broken ? "The pattern is broken." : null);
    }
    return checks;
  }

  private static String domain(String url) {
    return url.replaceAll("https://|/.*", "");
  }

  private static void problem(HttpServerRequest request, int status, String type) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json")
        .end(
            new JsonObject()
                .put("type", "urn:ciq:problem:" + type)
                .put("status", status)
                .put("detail", "Refused: " + type)
                .encode());
  }

  private static void json(HttpServerRequest request, int status, Object body) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(Json.encode(body));
  }
}
