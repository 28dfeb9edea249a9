package io.competitoriq.jobs.worker;

import io.competitoriq.jobs.ledger.Claimed;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One start of a job in this process, from its claim until its outcome is settled.
final class RunningJob {

  private static final int NO_PROGRESS = -1;

  private final Claimed claimed;
  private final long startedNanos = System.nanoTime();
  private final AtomicInteger progress = new AtomicInteger(NO_PROGRESS);
  private final CompletableFuture<Ending> interruption = new CompletableFuture<>();
  private final Computation computation = new Computation();
  private volatile boolean over;
  private volatile boolean committed;

  RunningJob(Claimed claimed) {
    this.claimed = claimed;
  }

  Claimed claimed() {
    return claimed;
  }

  Duration ran() {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  /// Ends the start from outside; the first reason counts.
  void interrupt(Ending why) {
    markOver();
    interruption.complete(why);
  }

  Uni<Ending> interrupted() {
    return Uni.createFrom().emitter(emitter -> interruption.thenAccept(emitter::complete));
  }

  /// The handler has no more say; whatever it still does is thrown away.
  void markOver() {
    over = true;
    computation.interrupt();
  }

  Computation computation() {
    return computation;
  }

  boolean isOver() {
    return over;
  }

  /// The ledger says done: nothing is left to settle.
  void markCommitted() {
    committed = true;
  }

  boolean isCommitted() {
    return committed;
  }

  void progress(int percent) {
    progress.set(Math.clamp(percent, 0, 100));
  }

  /// Percent, or null when the handler has not said.
  @Nullable Integer progress() {
    int percent = progress.get();
    return percent == NO_PROGRESS ? null : percent;
  }
}
