package io.competitoriq.crawl.render;

import io.competitoriq.crawl.render.RenderOutcome.Reason;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The DevTools protocol on a wire: commands with their answers, events to who listens.
final class DevTools implements Wire.Listener {
  /// The browser itself, as opposed to one of its pages.
  static final String BROWSER = "";

  private final AtomicLong ids = new AtomicLong();
  private final Map<Long, CompletableFuture<JsonObject>> pending = new ConcurrentHashMap<>();
  private final Map<Object, Listening> listeners = new ConcurrentHashMap<>();
  private volatile @Nullable Wire wire;
  private volatile boolean gone;

  void connect(Wire line) {
    wire = line;
  }

  boolean alive() {
    return wire != null && !gone;
  }

  /// Sends a command to a session, [#BROWSER] for the browser itself. Fails with a [RenderFailure]
  /// when the browser is gone, with a [Refusal] when it says no.
  CompletableFuture<JsonObject> call(String session, String method, JsonObject params) {
    long id = ids.incrementAndGet();
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    pending.put(id, answer);
    JsonObject message = new JsonObject().put("id", id).put("method", method).put("params", params);
    if (!session.equals(BROWSER)) {
      message.put("sessionId", session);
    }
    Wire line = wire;
    if (line != null) {
      line.send(message.encode());
    }
    if (!alive()) {
      failAll();
    }
    return answer;
  }

  /// Hands the events of a session to `listener` until it is forgotten under the same key.
  void listen(Object key, String session, Consumer<Event> listener) {
    listeners.put(key, new Listening(session, listener));
  }

  void forget(Object key) {
    listeners.remove(key);
  }

  void close() {
    Wire line = wire;
    if (line != null) {
      line.close();
    }
    gone();
  }

  @Override
  public void received(String text) {
    JsonObject message;
    try {
      message = new JsonObject(text);
    } catch (DecodeException e) {
      return; // not the protocol; the command it may have answered runs into its deadline
    }
    Long id = message.getLong("id");
    if (id == null) {
      event(message);
      return;
    }
    CompletableFuture<JsonObject> answer = pending.remove(id);
    if (answer != null) {
      JsonObject error = message.getJsonObject("error");
      if (error == null) {
        answer.complete(message.getJsonObject("result", new JsonObject()));
      } else {
        answer.completeExceptionally(new Refusal(error.getString("message", "")));
      }
    }
  }

  @Override
  public void gone() {
    if (gone) {
      return;
    }
    gone = true;
    failAll();
    for (Listening listening : listeners.values()) {
      listening.listener.accept(new Event(Event.GONE, new JsonObject()));
    }
  }

  private void failAll() {
    pending
        .keySet()
        .forEach(
            id -> {
              CompletableFuture<JsonObject> answer = pending.remove(id);
              if (answer != null) {
                answer.completeExceptionally(
                    new RenderFailure(Reason.BROWSER_LOST, "The browser ended meanwhile."));
              }
            });
  }

  private void event(JsonObject message) {
    Event event =
        new Event(
            message.getString("method", ""), message.getJsonObject("params", new JsonObject()));
    String session = message.getString("sessionId", BROWSER);
    for (Listening listening : listeners.values()) {
      if (listening.session.equals(session)) {
        listening.listener.accept(event);
      }
    }
  }

  /// Something the browser tells.
  record Event(String method, JsonObject params) {
    /// Not the browser's word: it is gone.
    static final String GONE = "gone";
  }

  private record Listening(String session, Consumer<Event> listener) {}

  /// The browser answered a command with an error.
  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
      super(message, null, false, false);
    }
  }
}
