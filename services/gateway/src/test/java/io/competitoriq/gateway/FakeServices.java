package io.competitoriq.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The services behind the gateway as a test needs them, with real sockets: three that answer, and
/// `crawl`, which is not there. The address says how they behave:
///
/// - `echo` in the path: the request as JSON
/// - [#SLOW] or `slow` in the path: no answer
/// - `problem`: 409 as problem+json with a cookie nobody may see
/// - `closing`: every other request finds its connection closed
/// - `untagged` in the path: an answer without an `ETag`
/// - `counted` in the path: 201 after a moment, `counted-refusal` 409, with how many there were
/// - `half`: an answer that breaks off in the middle
/// - [#UNKNOWN]: 404 as problem+json
/// - `/workspace`: see [FakeRows]
public final class FakeServices implements QuarkusTestResourceLifecycleManager {

  public static final String COMPETITOR = "0198c0de-0000-7000-8000-000000000001";
  public static final String SLOW = "0198c0de-0000-7000-8000-00000000510e";
  public static final String UNKNOWN = "0198c0de-0000-7000-8000-000000000404";
  public static final String ARCHIVED = "0198c0de-0000-7000-8000-00000000a2c4";
  public static final String SIGNAL = "0198c0de-0000-7000-8000-00000000516a";

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger closings = new AtomicInteger();
  private final AtomicInteger counted = new AtomicInteger();
  private final FakeRows rows = new FakeRows();

  @Override
  public Map<String, String> start() {
    Map<String, String> config = new HashMap<>();
    for (String service : new String[] {"competitors", "process", "analysis"}) {
      config.put("ciq.gateway.services." + service, listen(service));
    }
    config.put("ciq.gateway.services.crawl", "http://127.0.0.1:" + freePort());
    // A service that a test brings back is asked again at once.
    config.put("io.competitoriq.gateway.view.CrawlClient/CircuitBreaker/enabled", "false");
    config.put("ciq.gateway.route.response-timeout", "PT1S");
    config.put("ciq.gateway.route.body-timeout", "PT1S");
    config.put("ciq.gateway.shared.address-burst", "3");
    config.put("ciq.gateway.shared.address-refill", "PT1H");
    config.put("ciq.gateway.api-key.failure-burst", "6");
    config.put("ciq.gateway.api-key.failure-refill", "PT1H");
    config.put("ciq.gateway.web.root", "test-web");
    config.put("ciq.gateway.password.memory-kib", "1024");
    config.put("ciq.gateway.password.iterations", "1");
    config.put("ciq.gateway.live.heartbeat", "PT0.3S");
    config.put("ciq.flags.poll", "1s");
    config.put("ciq.gateway.public-url", "http://ciq.test");
    config.put("ciq.gateway.link.address-burst", "1000");
    config.put("ciq.gateway.erasure.every", "off"); // tests look themselves
    config.put("ciq.gateway.export.every", "off");
    try {
      config.put("quarkus.mailer.port", String.valueOf(MailBox.open(vertx)));
    } catch (Exception refused) {
      throw new IllegalStateException(refused);
    }
    config.put("ciq.gateway.mail.smtp-host", "127.0.0.1");
    config.put("quarkus.mailer.host", "127.0.0.1");
    config.put("quarkus.mailer.start-tls", "DISABLED");
    config.put("quarkus.http.proxy.proxy-address-forwarding", "true"); // as behind nginx
    return config;
  }

  @Override
  public void stop() {
    vertx.close();
  }

  /// Nobody listens there until a test does.
  private static int freePort() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private String listen(String service) {
    try {
      int port =
          vertx
              .createHttpServer()
              .requestHandler(request -> answer(service, request))
              .listen(0, "127.0.0.1")
              .toCompletionStage()
              .toCompletableFuture()
              .get(10, TimeUnit.SECONDS)
              .actualPort();
      return "http://127.0.0.1:" + port;
    } catch (Exception refused) {
      throw new IllegalStateException("no fake service", refused);
    }
  }

  private void answer(String service, HttpServerRequest request) {
    String path = String.valueOf(request.path());
    if (path.startsWith("/workspace/")) {
      rows.answer(service, request);
      return;
    }
    if (path.contains("slow") || request.uri().contains(SLOW)) {
      return;
    }
    if (path.contains("closing") && closings.getAndIncrement() % 2 == 0) {
      request.connection().close();
    } else if (path.contains("counted")) {
      int number = counted.incrementAndGet();
      request.body().onSuccess(_ -> vertx.setTimer(200, _ -> count(request, number)));
    } else if (path.contains("half")) {
      request.response().putHeader("Content-Length", "100").write("{\"items\":[");
      vertx.setTimer(100, _ -> request.connection().close());
    } else if (path.contains("echo") || path.startsWith("/told-comments/" + COMPETITOR)) {
      echo(service, request);
    } else if (path.contains("problem")) {
      problem(request, 409, "competitor-already-tracked");
    } else if (path.contains(UNKNOWN)) {
      problem(request, 404, "signal-not-found");
    } else if (path.contains("/created")) {
      request
          .response()
          .setStatusCode(201)
          .putHeader("Location", "http://" + request.authority() + "/competitors/" + COMPETITOR)
          .putHeader("ETag", "\"7\"")
          .end();
    } else {
      json(request, data(request));
    }
  }

  private static void count(HttpServerRequest request, int number) {
    boolean refused = String.valueOf(request.path()).contains("refusal");
    request
        .response()
        .setStatusCode(refused ? 409 : 201)
        .putHeader("Content-Type", refused ? "application/problem+json" : "application/json")
        .putHeader("Location", "/competitors/" + number)
        .end(new JsonObject().put("number", number).put("token", "shown-once-secret").encode());
  }

  private static void echo(String service, HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              JsonObject headers = new JsonObject();
              request
                  .headers()
                  .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
              json(
                  request,
                  new JsonObject()
                      .put("service", service)
                      .put("method", request.method().name())
                      .put("uri", request.uri())
                      .put("headers", headers)
                      .put("body", body.toString()));
            });
  }

  private static void problem(HttpServerRequest request, int status, String type) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json")
        .putHeader("Set-Cookie", "internal=1")
        .putHeader("Server", "fake")
        .end(
            new JsonObject().put("type", "urn:ciq:problem:" + type).put("status", status).encode());
  }

  private static Object data(HttpServerRequest request) {
    String path = String.valueOf(request.path());
    if (path.equals("/competitors")) {
      return page(competitor());
    }
    if (path.endsWith(ARCHIVED)) {
      return competitor().put("id", ARCHIVED).put("name", "Archived Inc");
    }
    if (path.equals("/watched-competitors/" + COMPETITOR)) {
      return new JsonObject()
          .put("competitor", competitor())
          .put("sources", new JsonArray().add(watched()));
    }
    if (path.equals("/competitor-names")) {
      return new JsonArray()
          .add(new JsonObject().put("id", COMPETITOR).put("name", "BrightDesk"))
          .add(new JsonObject().put("id", ARCHIVED).put("name", "Archived Inc"));
    }
    if (path.equals("/watch-tally")) {
      return new JsonObject().put("competitors", 1).put("nextVisitAt", "2026-11-24T06:00:00Z");
    }
    if (path.endsWith(ARCHIVED + "/sources")) {
      return page(source("s1"), source("s2"), source("s3"), source("s4").put("paused", true));
    }
    if (path.startsWith("/sources/")) {
      return source("s2").put("id", path.substring("/sources/".length()));
    }
    if (path.equals("/source-drifts")) {
      return new JsonArray()
          .add(
              new JsonObject()
                  .put("sourceId", "s2")
                  .put("reason", "Nothing is left of about 4 prices.")
                  .put("fix", "Open the page."));
    }
    if (path.endsWith("/sources")) {
      return page(watched());
    }
    if (path.equals("/competitor-readings/" + COMPETITOR)) {
      return new JsonObject()
          .put("counts", new JsonObject().put("documents", 3))
          .put("drift", new JsonArray())
          .put("plans", new JsonArray().add(new JsonObject().put("kind", "PLAN")))
          .put("prices", new JsonArray().add(new JsonObject().put("kind", "PRICE")))
          .put("posts", new JsonArray().add(new JsonObject().put("kind", "POST")));
    }
    if (path.equals("/signals/counts")) {
      return new JsonObject().put("triage", new JsonObject().put("NEW", 2));
    }
    if (path.startsWith("/signals/")) {
      return signal(COMPETITOR);
    }
    if (path.equals("/signals")) {
      return page(signal(COMPETITOR), signal(ARCHIVED))
          .put("query", request.query())
          .put("q", request.getParam("q"));
    }
    return new JsonObject();
  }

  private static JsonObject watched() {
    return new JsonObject()
        .put("id", "s1")
        .put("paused", false)
        .put("nextVisitAt", "2026-11-24T06:00:00Z");
  }

  private static JsonObject source(String id) {
    return new JsonObject()
        .put("id", id)
        .put("competitorId", ARCHIVED)
        .put("kind", "PRICING")
        .put("paused", false);
  }

  private static JsonObject competitor() {
    return new JsonObject()
        .put("id", COMPETITOR)
        .put("name", "BrightDesk")
        .put("createdAt", "2026-11-01T00:00:00Z");
  }

  private static JsonObject signal(String competitor) {
    return new JsonObject().put("id", SIGNAL).put("competitorId", competitor);
  }

  private static JsonObject page(JsonObject... items) {
    return new JsonObject().put("items", new JsonArray(List.of(items)));
  }

  private static void json(HttpServerRequest request, Object body) {
    if (!request.uri().contains("untagged")) {
      request.response().putHeader("ETag", "\"7\"");
    }
    request.response().putHeader("Content-Type", "application/json").end(String.valueOf(body));
  }
}
