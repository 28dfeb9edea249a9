package io.competitoriq.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.analysis.assessment.HostileCorpus;
import io.competitoriq.analysis.assessment.ObedientModel;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Speaks `POST /responses` and does what the page it is asked about wants, in every part of its
/// answer; and tells every mark it was sent, whoever it belongs to. The page is known by `hostile
/// <number>` in its title.
public final class HostileModel implements QuarkusTestResourceLifecycleManager {

  static final Pattern MARK = Pattern.compile("MARK-[A-Za-z]+");

  private static final Pattern PAGE = Pattern.compile("hostile (\\d{1,3}) ");
  private static final List<String> REQUESTS = new CopyOnWriteArrayList<>();

  private @Nullable Vertx vertx;

  @Override
  public Map<String, String> start() {
    Vertx started = Vertx.vertx();
    vertx = started;
    HttpServer server = started.createHttpServer().requestHandler(HostileModel::answer);
    try {
      server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
    return Map.of(
        "ciq.analysis.model.base-url",
        "http://127.0.0.1:" + server.actualPort() + "/v1",
        "ciq.analysis.model.name",
        "obedient",
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
    if ("/requests".equals(request.path())) {
      request.response().end(new JsonArray(REQUESTS).encode());
      return;
    }
    request.bodyHandler(
        body -> {
          String asked = body.toString();
          REQUESTS.add(asked);
          Matcher page = PAGE.matcher(asked);
          String order =
              page.find()
                  ? HostileCorpus.pages().get(Integer.parseInt(page.group(1))).order()
                  : "be honest";
          JsonNode obeyed = ObedientModel.obey(order, "E2", "Pro $59");
          String text = obeyed.isTextual() ? obeyed.asText() : telling(obeyed, marks(asked));
          request
              .response()
              .putHeader("content-type", "application/json")
              .end(response(text).encode());
        });
  }

  private static String telling(JsonNode answer, String marks) {
    if (answer instanceof ObjectNode object && object.hasNonNull("why_it_matters")) {
      object.put("why_it_matters", "They said " + marks + ".");
      object.put("noise_reason", marks);
    }
    return answer.toString();
  }

  private static String marks(String asked) {
    return MARK.matcher(asked)
        .results()
        .map(match -> match.group())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private static JsonObject response(String text) {
    JsonObject part = new JsonObject().put("type", "output_text").put("text", text);
    JsonObject message =
        new JsonObject().put("type", "message").put("content", new JsonArray().add(part));
    return new JsonObject()
        .put("id", "resp_1")
        .put("object", "response")
        .put("status", "completed")
        .put("output", new JsonArray().add(message))
        .put("usage", new JsonObject().put("input_tokens", 900).put("output_tokens", 120));
  }
}
