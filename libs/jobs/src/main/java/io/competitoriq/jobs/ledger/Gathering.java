package io.competitoriq.jobs.ledger;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// Makes one request of those that come while others are on their way. A lone one goes at once, so
/// nothing ever waits for company.
///
/// @param <T> what is asked
/// @param <R> what is answered to each
public final class Gathering<T, R> {

  private final int most;
  private final int atOnce;
  private final Function<List<T>, Uni<List<R>>> request;
  private final Queue<Asked<T, R>> gathered = new ArrayDeque<>();
  private int onTheirWay;

  private record Asked<T, R>(T question, CompletableFuture<R> answer) {}

  /// @param most questions of one request
  /// @param request answers all questions in their order; a failure is everybody's
  Gathering(int most, Function<List<T>, Uni<List<R>>> request) {
    this(most, 1, request);
  }

  /// @param atOnce requests on their way at most
  public Gathering(int most, int atOnce, Function<List<T>, Uni<List<R>>> request) {
    this.most = most;
    this.atOnce = atOnce;
    this.request = request;
  }

  /// Asks whether or not anybody subscribes.
  public Uni<R> ask(T question) {
    var asked = new Asked<T, R>(question, new CompletableFuture<>());
    if (goesNow(asked)) {
      send();
    }
    return Uni.createFrom().completionStage(asked.answer());
  }

  /// How many wait for a request that is not on its way yet.
  public synchronized int waiting() {
    return gathered.size();
  }

  private synchronized boolean goesNow(Asked<T, R> asked) {
    gathered.add(asked);
    if (onTheirWay == atOnce) {
      return false;
    }
    onTheirWay++;
    return true;
  }

  private synchronized List<Asked<T, R>> next() {
    List<Asked<T, R>> group = new ArrayList<>();
    while (group.size() < most && !gathered.isEmpty()) {
      group.add(gathered.remove());
    }
    if (group.isEmpty()) {
      onTheirWay--;
    }
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
