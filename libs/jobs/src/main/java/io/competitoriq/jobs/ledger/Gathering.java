package io.competitoriq.jobs.ledger;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// Makes one request of those that come while another one is on its way. A lone one goes at once,
/// so nothing ever waits for company.
///
/// @param <T> what is asked
/// @param <R> what is answered to each
final class Gathering<T, R> {

  private final int most;
  private final Function<List<T>, Uni<List<R>>> request;
  private final Queue<Asked<T, R>> gathered = new ArrayDeque<>();
  private boolean busy;

  private record Asked<T, R>(T question, CompletableFuture<R> answer) {}

  /// @param most questions of one request
  /// @param request answers all questions in their order; a failure is everybody's
  Gathering(int most, Function<List<T>, Uni<List<R>>> request) {
    this.most = most;
    this.request = request;
  }

  /// Asks whether or not anybody subscribes.
  Uni<R> ask(T question) {
    var asked = new Asked<T, R>(question, new CompletableFuture<>());
    if (isFirst(asked)) {
      send();
    }
    return Uni.createFrom().completionStage(asked.answer());
  }

  private synchronized boolean isFirst(Asked<T, R> asked) {
    gathered.add(asked);
    boolean first = !busy;
    busy = true;
    return first;
  }

  private synchronized List<Asked<T, R>> next() {
    List<Asked<T, R>> group = new ArrayList<>();
    while (group.size() < most && !gathered.isEmpty()) {
      group.add(gathered.remove());
    }
    busy = !group.isEmpty();
    return group;
  }

  private void send() {
    List<Asked<T, R>> group = next();
    if (group.isEmpty()) {
      return;
    }
    Uni.createFrom()
        .deferred(() -> request.apply(group.stream().map(Asked::question).toList()))
        .onTermination()
        .invoke(this::send)
        .subscribe()
        .with(
            answers -> answer(group, answers),
            failure -> group.forEach(asked -> asked.answer().completeExceptionally(failure)));
  }

  private static <T, R> void answer(List<Asked<T, R>> group, List<R> answers) {
    for (int i = 0; i < group.size(); i++) {
      group.get(i).answer().complete(answers.get(i));
    }
  }
}
