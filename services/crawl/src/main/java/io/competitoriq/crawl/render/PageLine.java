package io.competitoriq.crawl.render;

import io.vertx.core.json.JsonObject;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Our line to one page.
record PageLine(DevTools tools, String session, PageEvents events) {

  /// Sends a command and does not wait.
  CompletableFuture<JsonObject> send(String method, JsonObject params) {
    return tools.call(session, method, params);
  }

  /// The answer to a command, unless the page ends first: a dead page answers nothing. Fails with a
  /// [RenderFailure] or a [DevTools.Refusal].
  JsonObject ask(String method, JsonObject params, Deadline deadline) {
    CompletableFuture<JsonObject> first = new CompletableFuture<>();
    send(method, params).whenComplete((value, failure) -> finish(first, value, failure));
    events.end().whenComplete((value, failure) -> finish(first, value, failure));
    return deadline.await(first);
  }

  private static void finish(
      CompletableFuture<JsonObject> first,
      @Nullable JsonObject value,
      @Nullable Throwable failure) {
    if (failure == null) {
      first.complete(value);
    } else {
      first.completeExceptionally(failure);
    }
  }
}
