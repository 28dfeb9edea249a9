package io.competitoriq.bench.queue.agent;

import static java.util.Objects.requireNonNull;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/// Callers at work at the same time, each on a Vert.x context of its own as a request or a job is,
/// each waiting for its answer before it asks again.
@ApplicationScoped
class Lanes {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Vertx vertx;

  Lanes(Vertx vertx) {
    this.vertx = vertx;
  }

  /// Does the work for every number below `count`, `lanes` at a time.
  void run(int count, int lanes, IntFunction<Uni<?>> work) {
    AtomicInteger next = new AtomicInteger();
    List<Uni<Void>> all = new ArrayList<>();
    for (int lane = 0; lane < lanes; lane++) {
      all.add(onOwnContext(lane(next, count, work)));
    }
    Uni.join().all(all).andFailFast().await().atMost(PATIENCE);
  }

  private static Uni<Void> lane(AtomicInteger next, int count, IntFunction<Uni<?>> work) {
    return Multi.createBy()
        .repeating()
        .uni(() -> one(next.getAndIncrement(), count, work))
        .whilst(more -> more)
        .collect()
        .last()
        .replaceWithVoid();
  }

  /// @return whether there was such a number
  private static Uni<Boolean> one(int n, int count, IntFunction<Uni<?>> work) {
    return n < count ? work.apply(n).replaceWith(true) : Uni.createFrom().item(false);
  }

  /// Starts the work there and does not wait for it.
  void start(Runnable work) {
    context().runOnContext(_ -> work.run());
  }

  private Uni<Void> onOwnContext(Uni<Void> work) {
    Context context = context();
    return Uni.createFrom()
        .emitter(
            emitter ->
                context.runOnContext(_ -> work.subscribe().with(emitter::complete, emitter::fail)));
  }

  private Context context() {
    return requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
  }
}
