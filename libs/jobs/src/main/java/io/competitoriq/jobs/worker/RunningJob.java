package io.competitoriq.jobs.worker;

import io.competitoriq.jobs.ledger.Claimed;
import io.competitoriq.telemetry.OpenSpan;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One start of a job in this process, from its claim until its outcome is settled.
final class RunningJob {

  private static final int NO_PROGRESS = -1;
  private static final Cancellable NOTHING = () -> {};
  private static final Set<String> GOOD = Set.of("completed", "snoozed", "cancelled", "released");

  private final Claimed claimed;
  private final SafeContext context;
  private final Home home;
  private final Duration timeout;
  private final long startedNanos = System.nanoTime();
  private final AtomicInteger progress = new AtomicInteger(NO_PROGRESS);
  private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
  private final AtomicReference<Cancellable> handling = new AtomicReference<>(NOTHING);
  private final Computation computation = new Computation();
  private final Consumer<RunningJob> whenOver;
  private volatile long endedNanos;
  private volatile @Nullable OpenSpan span;
  private volatile boolean committed;

  /// @param timeout of the start
  /// @param whenOver told once, when [#ending] is known
  RunningJob(
      Claimed claimed,
      SafeContext context,
      Home home,
      Duration timeout,
      Consumer<RunningJob> whenOver) {
    this.claimed = claimed;
    this.context = context;
    this.home = home;
    this.timeout = timeout;
    this.whenOver = whenOver;
  }

  Claimed claimed() {
    return claimed;
  }

  SafeContext context() {
    return context;
  }

  Home home() {
    return home;
  }

  /// Until now, or until the start was over.
  Duration ran() {
    long ended = endedNanos;
    return Duration.ofNanos((ended == 0 ? System.nanoTime() : ended) - startedNanos);
  }

  boolean isOverdue() {
    return ran().compareTo(timeout) > 0;
  }

  /// The start as a step of the trace that its job belongs to.
  void tracedBy(OpenSpan step) {
    span = step;
  }

  /// Ends the step.
  ///
  /// @param outcome as the metric calls it
  void traceEnded(String outcome) {
    OpenSpan step = span;
    if (step != null) {
      step.put("ciq.job.outcome", outcome);
      if (!GOOD.contains(outcome)) {
        step.failed(outcome);
      }
      step.end();
    }
  }

  /// The handler is at work; cancelled at once when the start is over by now.
  void handledBy(Cancellable work) {
    handling.set(work);
    if (isOver()) {
      work.cancel();
    }
  }

  /// The start is over, by its handler or from outside; the first reason counts. The handler has no
  /// more say; whatever it still does is thrown away.
  void end(Ending why) {
    long now = System.nanoTime();
    if (ending.compareAndSet(null, why)) {
      endedNanos = now;
      computation.interrupt();
      handling.get().cancel();
      whenOver.accept(this);
    }
  }

  /// Why the start is over; null while it is not.
  @Nullable Ending ending() {
    return ending.get();
  }

  Computation computation() {
    return computation;
  }

  boolean isOver() {
    return ending.get() != null;
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
