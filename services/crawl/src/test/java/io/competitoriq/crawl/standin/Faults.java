package io.competitoriq.crawl.standin;

import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What is to go wrong with the next calls of a kind, one fault a call.
final class Faults {
  private final Map<String, Queue<Fault>> waiting = new ConcurrentHashMap<>();

  /// What happens to one call.
  sealed interface Fault {
    /// An answer of its own.
    record Answer(int status, Map<String, String> headers, String body) implements Fault {}

    /// The connection breaks before anything is done.
    record CutBefore() implements Fault {}

    /// Everything is done, and the connection breaks before the answer.
    record CutAfter() implements Fault {}

    /// Everything is done at once, and the answer comes after a while.
    record Late(long millis) implements Fault {}
  }

  void add(String call, Fault fault) {
    waiting.computeIfAbsent(call, _ -> new ConcurrentLinkedQueue<>()).add(fault);
  }

  Optional<Fault> next(String call) {
    return Optional.ofNullable(waiting.get(call)).map(Queue::poll);
  }

  void clear() {
    waiting.clear();
  }

  static void answer(HttpServerRequest request, Fault.Answer answer) {
    answer.headers().forEach(request.response()::putHeader);
    request
        .response()
        .setStatusCode(answer.status())
        .putHeader("content-type", "application/json; charset=utf-8")
        .end(answer.body());
  }
}
