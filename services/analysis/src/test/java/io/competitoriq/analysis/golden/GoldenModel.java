package io.competitoriq.analysis.golden;

import io.competitoriq.analysis.golden.GoldenSet.Case;
import io.competitoriq.analysis.golden.GoldenSet.Scripted;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The model of the golden run: one that is configured in the environment, or a stand-in that
/// speaks `POST /responses` and answers as the set says.
public final class GoldenModel implements QuarkusTestResourceLifecycleManager {

  private static final Pattern CASE = Pattern.compile("\\(golden ([a-z0-9-]+)\\)");

  private @Nullable Vertx vertx;

  static boolean isConfigured() {
    return "configured".equals(System.getProperty("ciq.bench.model"));
  }

  @Override
  public Map<String, String> start() {
    if (isConfigured()) {
      return Map.of();
    }
    Vertx started = Vertx.vertx();
    vertx = started;
    HttpServer server = started.createHttpServer().requestHandler(GoldenModel::answer);
    try {
      server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
    return Map.of(
        "ciq.analysis.model.base-url",
        "http://127.0.0.1:" + server.actualPort() + "/v1",
        "ciq.analysis.model.name",
        "golden-stand-in",
        "ciq.egress.allow",
        "127.0.0.0/8",
        "ciq.jobs.queues.analysis-jobs.limit",
        "0");
  }

  @Override
  public void stop() {
    if (vertx != null) {
      vertx.close();
    }
  }

  private static void answer(HttpServerRequest request) {
    request.bodyHandler(
        body -> {
          String asked =
              body.toJsonObject().getJsonArray("input").getJsonObject(0).getString("content");
          Matcher matcher = CASE.matcher(asked);
          if (!matcher.find()) {
            request.response().setStatusCode(400).end("{}");
            return;
          }
          Case wanted = find(matcher.group(1));
          request
              .response()
              .putHeader("content-type", "application/json")
              .end(response(spoken(wanted.scripted()).encode()));
        });
  }

  private static Case find(String id) {
    return GoldenBench.set().cases().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject spoken(Scripted scripted) {
    JsonArray claims = new JsonArray();
    scripted
        .claims()
        .forEach(
            claim ->
                claims.add(
                    new JsonObject()
                        .put("text", claim.text())
                        .put("kind", claim.kind())
                        .put("evidence_ids", new JsonArray(claim.evidence()))
                        .putNull("field")
                        .putNull("old")
                        .putNull("new")
                        .put("quote_old", claim.quoteOld())
                        .put("quote_new", claim.quoteNew())));
    return new JsonObject()
        .put("relevant", scripted.relevant())
        .put("category", scripted.category())
        .put("headline", scripted.headline())
        .put("what_changed", claims)
        .put("why_it_matters", scripted.why())
        .put("audience", new JsonArray(scripted.audience()))
        .put("significance", scripted.significance())
        .put("confidence", scripted.confidence())
        .put("noise_reason", scripted.noise())
        .put("insufficient_evidence", scripted.insufficient());
  }

  private static String response(String text) {
    JsonObject part = new JsonObject().put("type", "output_text").put("text", text);
    JsonObject message =
        new JsonObject().put("type", "message").put("content", new JsonArray().add(part));
    return new JsonObject()
        .put("id", "resp_1")
        .put("object", "response")
        .put("status", "completed")
        .put("output", new JsonArray().add(message))
        .put("usage", new JsonObject().put("input_tokens", 900).put("output_tokens", 120))
        .encode();
  }
}
