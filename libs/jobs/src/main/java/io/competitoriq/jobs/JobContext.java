package io.competitoriq.jobs;

import io.smallrye.mutiny.Uni;
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

  /// Progress in percent (0 to 100), stored with the next heartbeat.
  void progress(int percent);

  /// True once the job was cancelled, timed out or lost its lease: stop early, nothing will be
  /// kept.
  boolean cancelled();
}
