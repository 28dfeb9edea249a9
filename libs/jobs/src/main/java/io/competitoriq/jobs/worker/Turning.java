package io.competitoriq.jobs.worker;

import io.competitoriq.jobs.ledger.Turnover;
import io.competitoriq.jobs.ledger.Turnover.Turned;
import io.competitoriq.jobs.tickets.Turn.Handed;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// A statement on its way that ends jobs and starts others.
///
/// @param taken tickets of the jobs it may start, by job
record Turning(List<RunningJob> ended, Map<Long, Handed> taken, CompletableFuture<Turned> answer) {

  /// The answer to a statement; a failure when it could not be sent or none comes in time.
  static CompletableFuture<Turned> sent(Supplier<Future<Turned>> statement, Duration patience) {
    try {
      return statement
          .get()
          .toCompletionStage()
          .toCompletableFuture()
          .orTimeout(patience.toSeconds(), TimeUnit.SECONDS);
    } catch (RuntimeException notSent) {
      return CompletableFuture.failedFuture(notSent);
    }
  }

  /// The jobs as the ledger is told of them.
  static List<Turnover.Ended> done(List<RunningJob> ended) {
    return ended.stream()
        .map(job -> new Turnover.Ended(job.claimed().id(), job.claimed().lease()))
        .toList();
  }

  /// Jobs it may start beyond those whose slots it hands on.
  int promised() {
    return Math.max(0, taken.size() - ended.size());
  }
}
