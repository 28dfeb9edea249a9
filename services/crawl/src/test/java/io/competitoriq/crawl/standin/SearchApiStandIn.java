package io.competitoriq.crawl.standin;

import io.competitoriq.crawl.standin.Faults.Fault;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// SearchAPI.io as far as a collector needs it: a search costs a credit, an account without credits
/// is answered 429 like one that is too fast, and a probe tells which. Calls are named `search` and
/// `me`.
public final class SearchApiStandIn implements AutoCloseable {
  public static final String KEY = "searchApiStandInKeyOfAcme01";

  private final Vertx vertx = Vertx.vertx();
  private final Faults faults = new Faults();
  private final List<Map<String, String>> searches = new CopyOnWriteArrayList<>();
  private final AtomicLong credits = new AtomicLong();
  private final AtomicLong charged = new AtomicLong();
  private final AtomicLong probes = new AtomicLong();
  private volatile Function<Map<String, String>, JsonObject> engine = _ -> new JsonObject();

  public SearchApiStandIn() {
    vertx
        .createHttpServer()
        .requestHandler(request -> request.bodyHandler(body -> serve(request, body)))
        .listen(StandInPlaces.port("searchapi"), "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  /// @param answers the engine's blocks for the parameters of a search
  public void reset(long left, Function<Map<String, String>, JsonObject> answers) {
    faults.clear();
    searches.clear();
    probes.set(0);
    charged.set(0);
    credits.set(left);
    engine = answers;
  }

  public void answers(String call, int status, Map<String, String> headers, String error) {
    faults.add(
        call, new Fault.Answer(status, headers, new JsonObject().put("error", error).encode()));
  }

  public void cutsBefore(String call) {
    faults.add(call, new Fault.CutBefore());
  }

  public void cutsAfter(String call) {
    faults.add(call, new Fault.CutAfter());
  }

  public List<Map<String, String>> searches() {
    return searches;
  }

  /// Credits taken from the account.
  public long charged() {
    return charged.get();
  }

  public long probes() {
    return probes.get();
  }

  public void left(long number) {
    credits.set(number);
  }

  private void serve(HttpServerRequest request, Buffer body) {
    String call = request.path().equals("/api/v1/me") ? "me" : "search";
    if (call.equals("me")) {
      probes.incrementAndGet();
    }
    Fault fault = faults.next(call).orElse(null);
    switch (fault) {
      case Fault.Answer answer -> Faults.answer(request, answer);
      case Fault.CutBefore _ -> request.connection().close();
      case Fault.CutAfter _ -> {
        handle(request, call, body);
        request.connection().close();
      }
      case Fault.Late(long millis) -> {
        Fault.Answer answer = handle(request, call, body);
        vertx.setTimer(millis, _ -> Faults.answer(request, answer));
      }
      case null -> Faults.answer(request, handle(request, call, body));
    }
  }

  private Fault.Answer handle(HttpServerRequest request, String call, Buffer body) {
    if (!("Bearer " + KEY).equals(request.getHeader("authorization"))) {
      return answer(401, new JsonObject().put("error", "Invalid API key."));
    }
    return call.equals("me") ? account() : search(request, body);
  }

  private Fault.Answer account() {
    return answer(
        200,
        new JsonObject()
            .put(
                "account",
                new JsonObject()
                    .put("current_month_usage", charged.get())
                    .put("monthly_allowance", 0)
                    .put("remaining_credits", credits.get()))
            .put(
                "api_usage",
                new JsonObject().put("searches_this_hour", 1).put("hourly_rate_limit", 100)));
  }

  private Fault.Answer search(HttpServerRequest request, Buffer body) {
    Map<String, String> parameters = new TreeMap<>();
    request.params().forEach(parameters::put);
    if (body.length() > 0) {
      body.toJsonObject().forEach(entry -> parameters.put(entry.getKey(), "" + entry.getValue()));
    }
    if (credits.get() <= 0) {
      return answer(
          429, new JsonObject().put("error", "You have used all of the searches for the month."));
    }
    searches.add(parameters);
    credits.decrementAndGet();
    charged.incrementAndGet();
    JsonObject page =
        new JsonObject()
            .put(
                "search_metadata",
                new JsonObject()
                    .put("id", "search_" + System.nanoTime())
                    .put("status", "Success")
                    .put("total_time_taken", 1.23))
            .put("search_parameters", new JsonObject().put("engine", parameters.get("engine")));
    return answer(200, page.mergeIn(engine.apply(parameters)));
  }

  private static Fault.Answer answer(int status, JsonObject body) {
    return new Fault.Answer(status, Map.of(), body.encode());
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
