package io.competitoriq.jobs.worker;

import static java.util.Objects.requireNonNull;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// The duplicated Vert.x context of one start of a job: one reactive session, one trace, one set of
/// log keys.
final class SafeContext {

  private final Context context;

  private SafeContext(Context context) {
    this.context = context;
  }

  static SafeContext create(Vertx vertx) {
    Context context =
        requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
    VertxContextSafetyToggle.setContextSafe(context, true);
    return new SafeContext(context);
  }

  /// Runs the work on a worker thread and answers on this context.
  <T> Uni<T> compute(Callable<T> work) {
    return run(
        () ->
            Uni.createFrom()
                .completionStage(() -> context.executeBlocking(work, false).toCompletionStage()));
  }

  /// Runs the work on this context, some time.
  void execute(Runnable work) {
    context.runOnContext(_ -> work.run());
  }

  /// Runs the work on this context, whatever thread subscribes. Cancelling reaches the work.
  <T> Uni<T> run(Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .emitter(
            emitter ->
                context.runOnContext(
                    _ -> {
                      // Deferred, so that a supplier that throws fails the Uni and not the event
                      // loop.
                      var running =
                          Uni.createFrom()
                              .deferred(work::get)
                              .subscribe()
                              .with(emitter::complete, emitter::fail);
                      emitter.onTermination(running::cancel);
                    }));
  }
}
