package io.competitoriq.crawl.standin;

import io.competitoriq.crawl.standin.Faults.Fault;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Apify's API v2 as far as a collector needs it, with its envelopes, error shapes, paging headers
/// and preliminary costs. Calls are named `start`, `poll`, `items`, `runs`, `input`, `abort`, `me`.
public final class ApifyStandIn implements AutoCloseable {
  public static final String TOKEN = "apify_api_standInTokenOfAcme0123456789";
  private static final Pattern PATH =
      Pattern.compile(
          "/v2/(?:(?<me>users/me)|actors/(?<actor>[^/]+)/runs|actor-runs/(?<abort>[^/]+)/abort"
              + "|actor-runs/(?<run>[^/]+)|datasets/(?<dataset>[^/]+)/items"
              + "|key-value-stores/(?<store>[^/]+)/records/INPUT)");

  private final Vertx vertx = Vertx.vertx();
  private final Map<String, StandInRun> runs = new ConcurrentHashMap<>();
  private final List<String> order = new CopyOnWriteArrayList<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final Faults faults = new Faults();
  private volatile RunPlan plan = RunPlan.succeeding(new JsonArray());

  /// How the next runs go.
  ///
  /// @param polls long polls until the end
  /// @param usd what they cost in the end; right after it they are said to have cost half
  public record RunPlan(JsonArray items, int polls, String status, String message, String usd) {
    public static RunPlan succeeding(JsonArray items) {
      return new RunPlan(items, 1, "SUCCEEDED", "Finished", "0.25");
    }

    public RunPlan ending(String other, String said) {
      return new RunPlan(items, polls, other, said, usd);
    }

    public RunPlan after(int number) {
      return new RunPlan(items, number, status, message, usd);
    }

    public RunPlan costing(String dollars) {
      return new RunPlan(items, polls, status, message, dollars);
    }
  }

  public ApifyStandIn() {
    vertx
        .createHttpServer()
        .requestHandler(request -> request.bodyHandler(body -> serve(request, body)))
        .listen(StandInPlaces.port("apify"), "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  public void reset(RunPlan next) {
    runs.clear();
    order.clear();
    calls.clear();
    faults.clear();
    plan = next;
  }

  public void plan(RunPlan next) {
    plan = next;
  }

  public void answers(String call, int status, String type, String message) {
    answers(call, status, Map.of(), type, message);
  }

  public void answers(
      String call, int status, Map<String, String> headers, String type, String message) {
    faults.add(call, new Fault.Answer(status, headers, error(type, message)));
  }

  public void cutsBefore(String call) {
    faults.add(call, new Fault.CutBefore());
  }

  public void cutsAfter(String call) {
    faults.add(call, new Fault.CutAfter());
  }

  public void answersLate(String call, long millis) {
    faults.add(call, new Fault.Late(millis));
  }

  public long calls(String call) {
    return calls.stream().filter(call::equals).count();
  }

  public long started() {
    return order.size();
  }

  public StandInRun last() {
    return runs.get(order.getLast());
  }

  /// What Apify puts on the bill: the final cost of every run.
  public long billedMicros() {
    return runs.values().stream()
        .map(run -> new BigDecimal(run.usd()).movePointRight(6))
        .mapToLong(BigDecimal::longValueExact)
        .sum();
  }

  private void serve(HttpServerRequest request, Buffer body) {
    Matcher path = PATH.matcher(request.path());
    if (!path.matches()) {
      fail(request, 404, "page-not-found", "We have bad news: there is no API endpoint here.");
      return;
    }
    String call = call(request, path);
    calls.add(call);
    Fault fault = faults.next(call).orElse(null);
    switch (fault) {
      case Fault.Answer answer -> Faults.answer(request, answer);
      case Fault.CutBefore _ -> request.connection().close();
      case Fault.CutAfter _ -> {
        handle(request, path, call, body);
        request.connection().close();
      }
      case Fault.Late(long millis) -> {
        Reply reply = handle(request, path, call, body);
        vertx.setTimer(millis, _ -> send(request, reply));
      }
      case null -> send(request, handle(request, path, call, body));
    }
  }

  private static void send(HttpServerRequest request, Reply reply) {
    Faults.answer(request, new Fault.Answer(reply.status(), reply.headers(), reply.body()));
  }

  private record Reply(int status, Map<String, String> headers, String body) {}

  private static String call(HttpServerRequest request, Matcher path) {
    if (path.group("me") != null) {
      return "me";
    }
    if (path.group("actor") != null) {
      return request.method().name().equals("POST") ? "start" : "runs";
    }
    if (path.group("abort") != null) {
      return "abort";
    }
    if (path.group("dataset") != null) {
      return "items";
    }
    return path.group("store") != null ? "input" : "poll";
  }

  private Reply handle(HttpServerRequest request, Matcher path, String call, Buffer body) {
    if (!("Bearer " + TOKEN).equals(request.getHeader("authorization"))) {
      return refusal(
          401,
          "user-or-token-not-found",
          "User was not found or authentication token is not valid");
    }
    return switch (call) {
      case "me" -> data(200, new JsonObject().put("id", "u1").put("username", "acme"));
      case "start" -> start(request, path.group("actor"), body);
      case "runs" -> lastRuns(path.group("actor"));
      case "poll" -> poll(request, path.group("run"));
      case "abort" -> abort(path.group("abort"));
      case "items" -> items(request, path.group("dataset"));
      default -> input(path.group("store"));
    };
  }

  private Reply start(HttpServerRequest request, String actor, Buffer body) {
    if (actor.equals("acme~unknown")) {
      return refusal(404, "record-not-found", "Actor was not found");
    }
    StandInRun run =
        new StandInRun("run" + (order.size() + 1) + "x" + System.nanoTime(), actor, plan);
    run.began(body.toString(), request.getParam("maxTotalChargeUsd"), hook(request));
    runs.put(run.id(), run);
    order.add(run.id());
    return data(201, run.json());
  }

  private static String hook(HttpServerRequest request) {
    String encoded = request.getParam("webhooks");
    return encoded == null
        ? ""
        : new JsonArray(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8))
            .getJsonObject(0)
            .getString("headersTemplate");
  }

  private Reply lastRuns(String actor) {
    JsonArray items = new JsonArray();
    order.reversed().stream()
        .map(runs::get)
        .filter(run -> run.actor().equals(actor))
        .forEach(run -> items.add(run.json()));
    return data(200, new JsonObject().put("total", items.size()).put("items", items));
  }

  private Reply poll(HttpServerRequest request, String id) {
    StandInRun run = runs.get(id);
    if (run == null) {
      return refusal(404, "record-not-found", "Actor run was not found");
    }
    if (Integer.parseInt(request.getParam("waitForFinish")) > 0) {
      run.waitedFor();
    }
    return data(200, run.told());
  }

  private Reply abort(String id) {
    runs.get(id).abort();
    return data(200, runs.get(id).json());
  }

  private Reply items(HttpServerRequest request, String dataset) {
    JsonArray all = runs.get(dataset.substring(1)).items();
    int offset = Integer.parseInt(request.getParam("offset"));
    int limit = Integer.parseInt(request.getParam("limit"));
    JsonArray page = new JsonArray();
    for (int i = offset; i < Math.min(all.size(), offset + limit); i++) {
      page.add(all.getValue(i));
    }
    return new Reply(
        200,
        Map.of(
            "X-Apify-Pagination-Offset", Integer.toString(offset),
            "X-Apify-Pagination-Limit", Integer.toString(limit),
            "X-Apify-Pagination-Count", Integer.toString(page.size()),
            "X-Apify-Pagination-Total", Integer.toString(all.size())),
        page.encode());
  }

  private Reply input(String store) {
    return new Reply(200, Map.of(), runs.get(store.substring(1)).input());
  }

  private static Reply data(int status, JsonObject data) {
    return new Reply(status, Map.of(), new JsonObject().put("data", data).encode());
  }

  private static Reply refusal(int status, String type, String message) {
    return new Reply(status, Map.of(), error(type, message));
  }

  private static void fail(HttpServerRequest request, int status, String type, String message) {
    Faults.answer(request, new Fault.Answer(status, Map.of(), error(type, message)));
  }

  private static String error(String type, String message) {
    return new JsonObject()
        .put("error", new JsonObject().put("type", type).put("message", message))
        .encode();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
