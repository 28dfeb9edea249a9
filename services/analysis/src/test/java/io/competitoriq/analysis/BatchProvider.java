package io.competitoriq.analysis;

import static java.util.Objects.requireNonNull;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Speaks OpenAI's Files and Batches on loopback, and `POST /responses` for what is asked at once
/// (which it always refuses, so that there is something to assess anew). What becomes of a batch is
/// chosen by the titles of the pages it asks about, `batch=<mode>`; what becomes of a line by
/// `line=<mode>`.
public final class BatchProvider implements QuarkusTestResourceLifecycleManager {

  private final Map<String, List<JsonObject>> files = new ConcurrentHashMap<>();
  private final Map<String, String> contents = new ConcurrentHashMap<>();
  private final Map<String, JsonObject> batches = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> looks = new ConcurrentHashMap<>();
  private final AtomicInteger uploads = new AtomicInteger();
  private @Nullable Vertx vertx;

  @Override
  public Map<String, String> start() {
    Vertx started = Vertx.vertx();
    vertx = started;
    HttpServer server =
        started
            .createHttpServer()
            .requestHandler(
                request -> request.bodyHandler(body -> route(request, body.toString())));
    try {
      server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
    return Map.of(
        "ciq.analysis.model.base-url",
        "http://127.0.0.1:" + server.actualPort() + "/v1",
        "ciq.analysis.model.api-key",
        StandInModel.KEY,
        "ciq.analysis.model.name",
        StandInModel.NAME,
        "ciq.analysis.model.models.gpt-test.input-price",
        "1000000",
        "ciq.analysis.model.models.gpt-test.output-price",
        "10000000",
        "ciq.analysis.model.batch.poll",
        "200ms",
        "ciq.egress.allow",
        "127.0.0.0/8",
        "ciq.jobs.queues.analysis-jobs.backoff-base",
        "50ms",
        "ciq.jobs.queues.analysis-jobs.backoff-cap",
        "100ms",
        "ciq.jobs.queues.analysis-jobs.limit",
        "0");
  }

  @Override
  public void stop() {
    if (vertx != null) {
      vertx.close();
    }
  }

  private void route(HttpServerRequest request, String body) {
    HttpServerResponse response = request.response().putHeader("content-type", "application/json");
    if (!("Bearer " + StandInModel.KEY).equals(request.getHeader("authorization"))) {
      response.setStatusCode(401).end(StandInModel.error("invalid_api_key"));
      return;
    }
    String[] path = String.valueOf(request.path()).split("/");
    switch (path[2] + (path.length > 4 ? "/" + path[4] : "")) {
      case "responses" ->
          response.end(
              ResponsesProtocol.spelled(StandInModel.choice("stop", null, "Not at once.")));
      case "files" -> upload(request, response, body);
      case "files/content" -> response.end(contents.getOrDefault(path[3], ""));
      case "batches/cancel" -> cancel(path[3], response);
      case "batches" -> {
        if (request.method() == HttpMethod.POST) {
          begin(new JsonObject(body), response);
        } else if (path.length > 3) {
          look(path[3], response);
        } else {
          response.end(
              new JsonObject()
                  .put("data", new JsonArray(new ArrayList<>(batches.values())))
                  .encode());
        }
      }
      default -> response.setStatusCode(404).end(StandInModel.error("unknown_url"));
    }
  }

  /// The first upload of all is told to come back.
  private void upload(HttpServerRequest request, HttpServerResponse response, String form) {
    boolean shaped =
        String.valueOf(request.getHeader("content-type"))
                .startsWith("multipart/form-data; boundary=")
            && form.contains("name=\"purpose\"\r\n\r\nbatch\r\n")
            && form.contains("filename=\"batch.jsonl\"");
    if (!shaped) {
      response.setStatusCode(400).end(StandInModel.error("not_a_batch_file"));
    } else if (uploads.incrementAndGet() == 1) {
      response.setStatusCode(429).end(StandInModel.error("rate_limit_exceeded"));
    } else {
      String id = "file-" + uploads.get();
      files.put(
          id, form.lines().filter(line -> line.startsWith("{")).map(JsonObject::new).toList());
      response.end(new JsonObject().put("id", id).put("purpose", "batch").encode());
    }
  }

  private void begin(JsonObject order, HttpServerResponse response) {
    List<JsonObject> lines = files.getOrDefault(order.getString("input_file_id"), List.of());
    boolean shaped =
        "24h".equals(order.getString("completion_window"))
            && lines.stream()
                .allMatch(line -> order.getString("endpoint").equals(line.getString("url")));
    if (!shaped || lines.isEmpty()) {
      response.setStatusCode(400).end(StandInModel.error("invalid_batch"));
      return;
    }
    String id = "batch_" + (batches.size() + 1);
    JsonObject batch =
        new JsonObject()
            .put("id", id)
            .put("object", "batch")
            .put("status", "validating")
            .put("input_file_id", order.getString("input_file_id"))
            .put("metadata", order.getJsonObject("metadata"))
            .putNull("output_file_id")
            .putNull("error_file_id");
    batches.put(id, batch);
    response.end(batch.encode());
  }

  private void look(String id, HttpServerResponse response) {
    JsonObject batch = requireNonNull(batches.get(id));
    List<JsonObject> lines = requireNonNull(files.get(batch.getString("input_file_id")));
    int look = looks.computeIfAbsent(id, _ -> new AtomicInteger()).incrementAndGet();
    String mode = titles(lines).replaceFirst("(?s)^.*batch=(\\w+).*$", "$1");
    String status = batch.getString("status");
    switch (status.equals("cancelling")
        ? "stopped"
        : look < 2 && mode.equals("expires") ? "early" : mode) {
      case "early" -> batch.put("status", "in_progress").put("request_counts", counts(1, lines));
      case "stopped" -> end(batch, "cancelled", lines.subList(0, 1), List.of());
      case "endless" -> batch.put("status", "in_progress");
      case "expires" -> end(batch, "expired", lines.subList(0, 1), lines.subList(1, lines.size()));
      case "fails" ->
          batch
              .put("status", "failed")
              .put(
                  "errors",
                  new JsonObject()
                      .put(
                          "data",
                          new JsonArray().add(new JsonObject().put("message", "Too many lines."))));
      default -> end(batch, "completed", lines, List.of());
    }
    response.end(batch.encode());
  }

  private void cancel(String id, HttpServerResponse response) {
    JsonObject batch = requireNonNull(batches.get(id)).put("status", "cancelling");
    response.end(batch.encode());
  }

  /// Answers in another order than they were asked in; refusals stand in the error file.
  private void end(
      JsonObject batch, String status, List<JsonObject> answered, List<JsonObject> expired) {
    List<JsonObject> shuffled = new ArrayList<>(answered);
    Collections.reverse(shuffled);
    String id = batch.getString("id");
    contents.put(
        "out-" + id,
        shuffled.stream()
            .filter(line -> !titles(List.of(line)).contains("line=refused"))
            .map(BatchProvider::answered)
            .collect(Collectors.joining("\n")));
    contents.put(
        "err-" + id,
        java.util.stream.Stream.concat(
                shuffled.stream().filter(line -> titles(List.of(line)).contains("line=refused")),
                expired.stream())
            .map(BatchProvider::failed)
            .collect(Collectors.joining("\n")));
    batch
        .put("status", status)
        .put("output_file_id", "out-" + id)
        .put("error_file_id", "err-" + id)
        .put("request_counts", counts(answered.size(), answered));
  }

  private static String answered(JsonObject line) {
    JsonObject data = StandInModel.dataOf(line.getJsonObject("body"));
    boolean lies = titles(List.of(line)).contains("line=lies");
    JsonObject answer =
        lies
            ? StandInModel.assessment(new JsonArray().add(StandInModel.claim("E77", "Pro is free")))
            : StandInModel.good(data);
    JsonObject body = new JsonObject(ResponsesProtocol.spelled(StandInModel.said(answer)));
    return new JsonObject()
        .put("id", "batch_req_1")
        .put("custom_id", line.getString("custom_id"))
        .put(
            "response",
            new JsonObject()
                .put("status_code", 200)
                .put("request_id", "req_batch")
                .put("body", body))
        .putNull("error")
        .encode();
  }

  private static String failed(JsonObject line) {
    return new JsonObject()
        .put("custom_id", line.getString("custom_id"))
        .putNull("response")
        .put(
            "error",
            new JsonObject()
                .put("code", "batch_expired")
                .put("message", "This request could not be executed before the batch ended."))
        .encode();
  }

  private static JsonObject counts(int completed, List<JsonObject> lines) {
    return new JsonObject().put("total", lines.size()).put("completed", completed).put("failed", 0);
  }

  private static String titles(List<JsonObject> lines) {
    return lines.stream()
        .map(line -> StandInModel.dataOf(line.getJsonObject("body")))
        .map(data -> data.getJsonObject("page").getString("title"))
        .collect(Collectors.joining("\n"));
  }
}
