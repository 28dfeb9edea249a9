package io.competitoriq.analysis;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// The services that analysis asks, on loopback: `GET /competitors` knows two, `POST /searches`
/// finds a price, two plans' features and a passage by what the terms name. Whoever looks for
/// `outage` gets an error.
public final class SearchedServices implements QuarkusTestResourceLifecycleManager {

  static final String BRIGHTDESK = "00000000-0000-0000-0000-00000000000b";
  static final String HELPNEST = "00000000-0000-0000-0000-00000000000c";
  static final String DOCUMENT = "00000000-0000-0000-0000-0000000000d1";
  static final String SSO =
      "Single sign-on is part of Enterprise, see https://brightdesk.example/sso.";
  private static final String SEEN = "2026-11-20T08:00:00Z";

  private @Nullable Vertx vertx;

  @Override
  public Map<String, String> start() {
    Vertx started = Vertx.vertx();
    vertx = started;
    HttpServer server = started.createHttpServer().requestHandler(SearchedServices::route);
    try {
      server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
    String base = "http://127.0.0.1:" + server.actualPort();
    return Map.of(
        "quarkus.rest-client.competitors.url", base, "quarkus.rest-client.process.url", base);
  }

  @Override
  public void stop() {
    if (vertx != null) {
      vertx.close();
    }
  }

  private static void route(HttpServerRequest request) {
    request.response().putHeader("content-type", "application/json");
    if ("/competitors".equals(request.path())) {
      request.response().end(competitors().encode());
    } else {
      request.bodyHandler(body -> search(request, body.toJsonObject()));
    }
  }

  private static JsonObject competitors() {
    JsonArray items =
        new JsonArray()
            .add(competitor(BRIGHTDESK, "Brightdesk"))
            .add(competitor(HELPNEST, "Helpnest"));
    return new JsonObject().put("items", items).putNull("nextCursor");
  }

  private static JsonObject competitor(String id, String name) {
    return new JsonObject()
        .put("id", id)
        .put("name", name)
        .put("domain", name.toLowerCase(Locale.ROOT) + ".example")
        .put("tags", new JsonArray());
  }

  private static void search(HttpServerRequest request, JsonObject wanted) {
    List<?> terms = wanted.getJsonArray("factTerms").getList();
    if (terms.contains("outage")) {
      request.response().setStatusCode(500).end("{}");
      return;
    }
    List<?> whom = wanted.getJsonArray("competitorIds").getList();
    boolean brightdesk = whom.isEmpty() || whom.contains(BRIGHTDESK);
    JsonArray facts = new JsonArray();
    JsonArray passages = new JsonArray();
    if (brightdesk && wanted.getJsonArray("kinds").contains("PRICE")) {
      facts.add(hit(price("Pro", 5900), terms.contains("Pro") || terms.isEmpty(), terms.size()));
    }
    if (brightdesk && terms.toString().contains("SSO")) {
      passages.add(passage(terms.size()));
    }
    request
        .response()
        .end(
            new JsonObject()
                .put("passages", passages)
                .put("facts", facts)
                .put("cut", false)
                .put(
                    "coverage",
                    new JsonObject()
                        .put("documents", 12)
                        .put("competitors", 2)
                        .put("sources", 4)
                        .put("since", SEEN)
                        .put("asOf", SEEN))
                .encode());
  }

  private static JsonObject hit(JsonObject fact, boolean fits, int ofTerms) {
    return new JsonObject()
        .put("fact", fact)
        .put("matched", fits ? ofTerms : 0)
        .put("ofTerms", ofTerms);
  }

  private static JsonObject price(String plan, long minor) {
    String words = plan + " $" + minor / 100 + " per seat and month";
    JsonObject evidence =
        new JsonObject()
            .put("id", "00000000-0000-0000-0000-0000000000e1")
            .put("side", "AFTER")
            .put("snapshotId", "00000000-0000-0000-0000-0000000000a1")
            .put("documentId", DOCUMENT)
            .put("blockId", "b1")
            .put("quote", words)
            .put("start", 10)
            .put("end", 10 + words.length())
            .put("verified", true)
            .put("url", "https://brightdesk.example/pricing")
            .put("fetchedAt", SEEN);
    return new JsonObject()
        .put("id", "00000000-0000-0000-0000-0000000000f1")
        .put("lineageId", "00000000-0000-0000-0000-0000000000f0")
        .put("competitorId", BRIGHTDESK)
        .put("kind", "PRICE")
        .put("subject", plan)
        .put("field", "amount")
        .put(
            "value",
            new JsonObject()
                .put("text", "$" + minor / 100)
                .put("amountMinor", minor)
                .put("currency", "USD")
                .put("period", "MONTH"))
        .put("validFrom", SEEN)
        .putNull("validTo")
        .put("lastSeen", SEEN)
        .put("confidence", 0.95)
        .put("status", "ACCEPTED")
        .put("evidence", new JsonArray().add(evidence));
  }

  private static JsonObject passage(int ofTerms) {
    return new JsonObject()
        .put("competitorId", BRIGHTDESK)
        .put("documentId", DOCUMENT)
        .put("snapshotId", "00000000-0000-0000-0000-0000000000a1")
        .put("blockId", "b2")
        .put("url", "https://brightdesk.example/features")
        .put("title", "Features")
        .put("path", "Security")
        .put("text", SSO)
        .put("start", 100)
        .put("end", 100 + SSO.length())
        .put("lastSeen", SEEN)
        .put("matched", ofTerms)
        .put("ofTerms", ofTerms)
        .put("score", 2.1);
  }
}
