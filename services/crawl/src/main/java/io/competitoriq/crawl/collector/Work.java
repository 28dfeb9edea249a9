package io.competitoriq.crawl.collector;

import static java.util.Objects.requireNonNull;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;

/// Two ways of working that a provider's answers need.
@ApplicationScoped
public class Work {
  private final Vertx vertx;

  Work(Vertx vertx) {
    this.vertx = vertx;
  }

  /// CPU work on a worker thread.
  public <T> Uni<T> compute(Callable<T> work) {
    return Uni.createFrom()
        .emitter(
            emitter ->
                vertx.executeBlocking(work, false).onComplete(emitter::complete, emitter::fail));
  }

  /// What has begun is brought to its end, even when nobody waits any more: a call that was paid
  /// for must reach the ledger. On a context of its own, so that it meets no transaction of a job
  /// that is settled meanwhile.
  public <T> Uni<T> toTheEnd(Uni<T> work) {
    return Uni.createFrom()
        .emitter(
            emitter ->
                requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()))
                    .runOnContext(_ -> work.subscribe().with(emitter::complete, emitter::fail)));
  }
}
