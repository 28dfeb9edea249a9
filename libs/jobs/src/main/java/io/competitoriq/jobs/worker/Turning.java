package io.competitoriq.jobs.worker;

import io.competitoriq.jobs.ledger.Turnover.Turned;
import io.competitoriq.jobs.tickets.Turn.Handed;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// A statement on its way that ends jobs and starts others.
///
/// @param taken tickets of the jobs it may start, by job
record Turning(List<RunningJob> ended, Map<Long, Handed> taken, CompletableFuture<Turned> answer) {

  /// Jobs it may start beyond those whose slots it hands on.
  int promised() {
    return Math.max(0, taken.size() - ended.size());
  }
}
