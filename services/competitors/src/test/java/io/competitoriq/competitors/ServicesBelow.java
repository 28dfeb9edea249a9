package io.competitoriq.competitors;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// The services crawl and process as schedules ask them, on real sockets: they tell what a test
/// said about a source, or take a question and never answer.
public final class ServicesBelow implements QuarkusTestResourceLifecycleManager {

  private static final int VISITS = 21;
  private static final Instant LAST = Instant.parse("2020-02-01T00:00:00Z");

  private final Vertx vertx = Vertx.vertx();
  private final Map<String, Told> sources = new ConcurrentHashMap<>();
  private final AtomicInteger questions = new AtomicInteger();
  private volatile boolean silent;

  private record Told(Duration interval, int changes) {}

  /// From now on the source was visited 21 times at that interval and changed so often.
  public void tell(String sourceId, Duration interval, int changes) {
    sources.put(sourceId, new Told(interval, changes));
  }

  public void silent(boolean now) {
    silent = now;
  }

  /// Questions so far, answered or not.
  public int questions() {
    return questions.get();
  }

  /// The breaker opens after one question and its repetition.
  @Override
  public Map<String, String> start() {
    int port =
        vertx
            .createHttpServer()
            .requestHandler(this::answer)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join()
            .actualPort();
    String url = "http://127.0.0.1:" + port;
    return Map.of(
        "quarkus.rest-client.crawl.url", url,
        "quarkus.rest-client.process.url", url,
        "CircuitBreaker/requestVolumeThreshold", "2");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, field -> field.getType() == ServicesBelow.class);
  }

  @Override
  public void stop() {
    vertx.close();
  }

  private void answer(HttpServerRequest request) {
    questions.incrementAndGet();
    if (silent) {
      return;
    }
    String bearer = String.valueOf(request.getHeader("Authorization"));
    if (!bearer.startsWith("Bearer ")) {
      request.response().setStatusCode(401).end();
      return;
    }
    request
        .body()
        .map(JsonObject::new)
        .map(
            asked ->
                String.valueOf(request.path()).equals("/visit-tallies")
                    ? visits(asked.getJsonArray("sourceIds"))
                    : changes(asked.getJsonArray("sources")))
        .onSuccess(
            told ->
                request
                    .response()
                    .putHeader("Content-Type", "application/json")
                    .end(told.encode()));
  }

  /// With a field more than this version of the contract has.
  private JsonArray visits(JsonArray asked) {
    JsonArray tallies = new JsonArray();
    for (Object id : asked) {
      told(id)
          .ifPresent(
              told ->
                  tallies.add(
                      new JsonObject()
                          .put("sourceId", id)
                          .put("visits", VISITS)
                          .put("firstAt", first(told).toString())
                          .put("lastAt", LAST.toString())
                          .put("more", "than was promised")));
    }
    return tallies;
  }

  private JsonArray changes(JsonArray asked) {
    JsonArray tallies = new JsonArray();
    for (Object each : asked) {
      JsonObject source = (JsonObject) each;
      told(source.getString("sourceId"))
          .filter(told -> told.changes() > 0)
          .filter(told -> source.getInstant("since").equals(first(told)))
          .ifPresent(
              told ->
                  tallies.add(
                      new JsonObject()
                          .put("sourceId", source.getString("sourceId"))
                          .put("versions", told.changes())));
    }
    return tallies;
  }

  private Optional<Told> told(Object id) {
    return Optional.ofNullable(sources.get(String.valueOf(id)));
  }

  private static Instant first(Told told) {
    return LAST.minus(told.interval().multipliedBy(VISITS - 1));
  }
}
