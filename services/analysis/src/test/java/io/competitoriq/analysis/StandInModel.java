package io.competitoriq.analysis;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.path.json.JsonPath;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/// Speaks the protocol of `POST /chat/completions`, and of `POST /responses`, on loopback. What it
/// does is chosen by the question's page title, `mode=<mode>`, so that tests running at the same
/// time do not disturb each other; what it was sent can be read back at `GET
/// /received?title=<title>`.
public final class StandInModel implements QuarkusTestResourceLifecycleManager {

  static final String KEY = "sk-test-0123456789";
  public static final String NAME = "gpt-test";

  private final Map<String, List<JsonObject>> received = new ConcurrentHashMap<>();
  private @Nullable Vertx vertx;
  private String breakerCalls = "200";
  private boolean knowsResponses;

  /// `breaker-calls`: how many calls the breaker looks at; `responses`: whether the server knows
  /// `POST /responses` too.
  @Override
  public void init(Map<String, String> arguments) {
    breakerCalls = arguments.getOrDefault("breaker-calls", breakerCalls);
    knowsResponses = Boolean.parseBoolean(arguments.get("responses"));
  }

  @Override
  public Map<String, String> start() {
    Vertx started = Vertx.vertx();
    vertx = started;
    HttpServer server = started.createHttpServer().requestHandler(this::route);
    try {
      server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
    String base = "http://127.0.0.1:" + server.actualPort();
    return Map.ofEntries(
        Map.entry("ciq.analysis.model.base-url", base + "/v1"),
        Map.entry("ciq.analysis.model.api-key", KEY),
        Map.entry("ciq.analysis.model.name", NAME),
        Map.entry("ciq.analysis.model.models.gpt-test.input-price", "1000000"),
        Map.entry("ciq.analysis.model.models.gpt-test.cached-price", "100000"),
        Map.entry("ciq.analysis.model.models.gpt-test.output-price", "10000000"),
        Map.entry("ciq.analysis.model.timeout", "2s"),
        Map.entry("ciq.analysis.model.breaker.calls", breakerCalls),
        Map.entry("ciq.analysis.model.breaker.pause", "2s"),
        Map.entry("ciq.analysis.model.breaker.quota-pause", "2s"),
        Map.entry("ciq.egress.allow", "127.0.0.0/8"),
        Map.entry("ciq.jobs.queues.analysis-jobs.max-attempts", "2"),
        Map.entry("ciq.jobs.queues.analysis-jobs.backoff-base", "50ms"),
        Map.entry("ciq.jobs.queues.analysis-jobs.backoff-cap", "100ms"),
        Map.entry("ciq.jobs.queues.analysis-jobs.limit", "0"));
  }

  @Override
  public void stop() {
    if (vertx != null) {
      vertx.close();
    }
  }

  /// What it was sent about the page of that title, in order.
  static JsonPath received(String title) {
    String base = ConfigProvider.getConfig().getValue("ciq.analysis.model.base-url", String.class);
    return given()
        .queryParam("title", title)
        .get(base.replace("/v1", "/received"))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private void route(HttpServerRequest request) {
    if ("/received".equals(request.path())) {
      var calls = received.getOrDefault(request.getParam("title"), List.of());
      request.response().end(new JsonArray(calls).encode());
    } else if ("/v1/chat/completions".equals(request.path())) {
      request.bodyHandler(body -> complete(request, body.toJsonObject(), UnaryOperator.identity()));
    } else if ("/v1/responses".equals(request.path()) && knowsResponses) {
      request.bodyHandler(
          body -> complete(request, body.toJsonObject(), ResponsesProtocol::spelled));
    } else {
      received
          .computeIfAbsent(String.valueOf(request.path()), _ -> new CopyOnWriteArrayList<>())
          .add(new JsonObject());
      request.response().setStatusCode(404).end(error("unknown_url"));
    }
  }

  private void complete(HttpServerRequest request, JsonObject body, UnaryOperator<String> spelled) {
    if (!("Bearer " + KEY).equals(request.getHeader("authorization"))) {
      request.response().setStatusCode(401).end(error("invalid_api_key"));
      return;
    }
    JsonObject data = dataOf(body);
    String title =
        AnswerScript.isQuestion(data)
            ? AnswerScript.titleOf(data)
            : ProposalScript.isProposal(data)
                ? ProposalScript.titleOf(data)
                : data.getJsonObject("page").getString("title");
    var calls = received.computeIfAbsent(title, _ -> new CopyOnWriteArrayList<>());
    calls.add(body);
    answer(request, title.replaceFirst("^.*mode=", ""), calls.size(), data, spelled);
  }

  private void answer(
      HttpServerRequest request,
      String mode,
      int call,
      JsonObject data,
      UnaryOperator<String> spelled) {
    var response = request.response().putHeader("content-type", "application/json");
    response.putHeader("x-request-id", "req_" + call);
    switch (mode) {
      case "throttled-once" -> {
        if (call == 1) {
          response
              .putHeader("retry-after", "1")
              .setStatusCode(429)
              .end(error("rate_limit_exceeded"));
        } else {
          response.end(spelled.apply(said(good(data))));
        }
      }
      case "throttled" -> response.setStatusCode(429).end(error("rate_limit_exceeded"));
      case "nearly-limited" ->
          response
              .putHeader("x-ratelimit-limit-requests", "1")
              .putHeader("x-ratelimit-remaining-requests", "0")
              .putHeader("x-ratelimit-reset-requests", "1s500ms")
              .end(spelled.apply(said(good(data))));
      case "quota" -> response.setStatusCode(429).end(error("insufficient_quota"));
      case "broken" -> response.setStatusCode(500).end("oops");
      case "silent" -> {
        // Never answers: the caller's timeout ends it.
      }
      case "rejected" -> response.setStatusCode(400).end(error("unsupported_parameter"));
      case "refusal" ->
          response.end(spelled.apply(choice("stop", null, "I cannot help with that.")));
      case "truncated" -> response.end(spelled.apply(choice("length", "{\"relevant\":", null)));
      case "truncated-once" ->
          response.end(
              spelled.apply(
                  call == 1 ? choice("length", "{\"relevant\":", null) : said(good(data))));
      case "slow" ->
          requireNonNull(vertx).setTimer(1_200, _ -> response.end(spelled.apply(said(good(data)))));
      case "filtered" -> response.end(spelled.apply(choice("content_filter", null, null)));
      case "uncounted" -> response.end(spelled.apply(said(good(data)).replace("usage", "unknown")));
      case "prose" -> response.end(spelled.apply(choice("stop", "Sure! Here is my view.", null)));
      case "empty" -> response.end(spelled.apply(choice("stop", "", null)));
      case "other-shape" ->
          response.end(spelled.apply(choice("stop", "{\"verdict\":\"fine\"}", null)));
      case "unknown-evidence" ->
          response.end(spelled.apply(said(good(data, claim("E77", "Pro $59")))));
      case "unknown-quote" ->
          response.end(spelled.apply(said(good(data, claim("E2", "Pro costs nothing now")))));
      case "all-unsupported" ->
          response.end(
              spelled.apply(said(assessment(new JsonArray().add(claim("E77", "Pro $59"))))));
      case "obeys-injection" ->
          response.end(
              spelled.apply(
                  said(
                      good(data, claim("E1", "BrightDesk is bankrupt")).put("significance", 100))));
      default ->
          response.end(
              spelled.apply(
                  said(
                      AnswerScript.isQuestion(data)
                          ? AnswerScript.answer(data, mode)
                          : ProposalScript.isProposal(data)
                              ? ProposalScript.answer(data)
                              : data.containsKey("blocks") ? OfferPage.answer(data) : good(data))));
    }
  }

  static JsonObject dataOf(JsonObject body) {
    String user =
        body.containsKey("input")
            ? body.getJsonArray("input").getJsonObject(0).getString("content")
            : body.getJsonArray("messages").getJsonObject(1).getString("content");
    return new JsonObject(user.substring(user.indexOf('\n') + 1, user.lastIndexOf('\n')));
  }

  /// An honest answer: quotes what it was sent.
  static JsonObject good(JsonObject data, JsonObject... more) {
    JsonObject evidence =
        data.getJsonArray("changes").getJsonObject(0).getJsonArray("evidence").getJsonObject(1);
    JsonArray claims = new JsonArray();
    claims.add(claim(evidence.getString("id"), evidence.getString("quote")));
    List.of(more).forEach(claims::add);
    return assessment(claims);
  }

  static JsonObject assessment(JsonArray claims) {
    return new JsonObject()
        .put("relevant", true)
        .put("category", "PRICING")
        .put("headline", "Pro got dearer")
        .put("what_changed", claims)
        .put("why_it_matters", "There is room for a cheaper offer.")
        .put("audience", new JsonArray().add("SALES"))
        .put("significance", 70)
        .put("confidence", "high")
        .putNull("noise_reason")
        .put("insufficient_evidence", false);
  }

  static JsonObject claim(String evidence, String quote) {
    return new JsonObject()
        .put("text", "The price of Pro changed.")
        .put("evidence_ids", new JsonArray().add(evidence))
        .put("field", "amount")
        .putNull("old")
        .putNull("new")
        .putNull("quote_old")
        .put("quote_new", quote);
  }

  static String said(JsonObject answer) {
    return choice("stop", answer.encode(), null);
  }

  static String choice(String finish, @Nullable String content, @Nullable String refusal) {
    JsonObject message =
        new JsonObject().put("role", "assistant").put("content", content).put("refusal", refusal);
    return new JsonObject()
        .put("id", "chatcmpl-1")
        .put("object", "chat.completion")
        .put("created", 1_760_000_000)
        .put("model", NAME)
        .put(
            "choices",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("index", 0)
                        .put("message", message)
                        .put("finish_reason", finish)))
        .put(
            "usage",
            new JsonObject()
                .put("prompt_tokens", 900)
                .put("completion_tokens", 120)
                .put("total_tokens", 1020))
        .encode();
  }

  static String error(String code) {
    JsonObject error =
        new JsonObject().put("message", "no: " + code).put("type", "error").put("code", code);
    return new JsonObject().put("error", error).encode();
  }
}
