package io.competitoriq.jobs;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/// What a running job may ask of the engine.
public interface JobContext {

  /// Runs `effects` in one transaction of the job's workspace and completes the job as its last
  /// statement. May be called from any thread; the effects run on the job's own context.
  ///
  /// Fails with [LeaseLost], and everything is rolled back, when another worker has taken the job
  /// over.
  Uni<JobOutcome> commit(Function<Mutiny.Session, Uni<?>> effects);

  /// CPU work on a worker thread. When the job is cancelled, times out or loses its lease
  /// meanwhile, that thread is interrupted; the job's slot stays taken until the work has really
  /// ended, so that a process never runs more than its slots.
  <T> Uni<T> compute(Callable<T> work);

  /// Progress in percent (0 to 100), stored with the next heartbeat.
  void progress(int percent);

  /// True once the job was cancelled, timed out or lost its lease: stop early, nothing will be
  /// kept.
  boolean cancelled();
}
