package io.competitoriq.bench.queue.agent;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Where jobs of the whole engine wait while it is closed, and are counted when the ledger has
/// durably said that they are done.
@ApplicationScoped
class Gate {

  private static final long PATIENCE_SECONDS = 600;

  private volatile CompletableFuture<Boolean> open = CompletableFuture.completedFuture(true);
  private volatile CountDownLatch missing = new CountDownLatch(0);
  private final Map<Long, Long> sent = new ConcurrentHashMap<>();
  private final Queue<Double> ages = new ConcurrentLinkedQueue<>();

  void expect(int jobs, boolean hold) {
    ages.clear();
    sent.clear();
    missing = new CountDownLatch(jobs);
    open = hold ? new CompletableFuture<>() : CompletableFuture.completedFuture(true);
  }

  void open() {
    open.complete(true);
  }

  Uni<Boolean> pass() {
    CompletableFuture<Boolean> now = open;
    return now.isDone()
        ? Uni.createFrom().item(true)
        : Uni.createFrom().emitter(emitter -> now.thenAccept(emitter::complete));
  }

  void begun(long jobId, long sentNanos) {
    sent.put(jobId, sentNanos);
  }

  /// The completion has committed.
  void completed(long jobId) {
    Long sentNanos = sent.remove(jobId);
    if (sentNanos != null) {
      ages.add((System.nanoTime() - sentNanos) / 1e6);
      missing.countDown();
    }
  }

  List<Double> awaitAll() throws InterruptedException {
    if (!missing.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(missing.getCount() + " jobs were not completed");
    }
    return new ArrayList<>(ages);
  }
}
