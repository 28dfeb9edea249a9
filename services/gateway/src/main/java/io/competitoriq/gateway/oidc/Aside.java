package io.competitoriq.gateway.oidc;

import static java.util.Objects.requireNonNull;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/// Work beside the request it came from: on a context of its own, so that its transactions are not
/// the request's, and to its end, should the request go away.
@ApplicationScoped
class Aside {

  private final Vertx vertx;

  Aside(Vertx vertx) {
    this.vertx = vertx;
  }

  /// The outcome arrives where it was subscribed to.
  <T> Uni<T> run(Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Context here = vertx.getOrCreateContext();
              return on(requireNonNull(VertxContext.createNewDuplicatedContext(here)), work)
                  .emitOn(task -> here.runOnContext(_ -> task.run()));
            });
  }

  private static <T> Uni<T> on(Context context, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .emitter(
            emitter ->
                context.runOnContext(
                    _ ->
                        Uni.createFrom()
                            .deferred(work::get)
                            .subscribe()
                            .with(emitter::complete, emitter::fail)));
  }
}
