package io.competitoriq.tenancy;

import static java.util.Objects.requireNonNull;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/// Database transactions that see exactly one workspace: PostgreSQL's row-level security reads the
/// setting made here, so a forgotten filter finds nothing instead of somebody else's rows.
@ApplicationScoped
public class WorkspaceTransactions {

  private static final String NO_WORKSPACE = "";
  private static final String BIND = "select set_config('ciq.workspace', $1, true)";

  private final Vertx vertx;

  WorkspaceTransactions(Vertx vertx) {
    this.vertx = vertx;
  }

  /// Runs the work in one transaction bound to the workspace; commits when its Uni completes, rolls
  /// back when it fails. May be called from any thread; a call inside another one joins it.
  public <T> Uni<T> in(UUID workspaceId, Function<Mutiny.Session, Uni<T>> work) {
    return bound(workspaceId.toString(), work);
  }

  /// The same without a workspace: sees no business row, may call functions made for that.
  public <T> Uni<T> global(Function<Mutiny.Session, Uni<T>> work) {
    return bound(NO_WORKSPACE, work);
  }

  private <T> Uni<T> bound(String workspace, Function<Mutiny.Session, Uni<T>> work) {
    return onSafeContext(
        () -> AfterCommit.isOpen() ? joined(workspace, work) : outermost(workspace, work));
  }

  private static <T> Uni<T> joined(String workspace, Function<Mutiny.Session, Uni<T>> work) {
    AfterCommit.requireSame(workspace);
    return Panache.getSession().chain(work::apply);
  }

  private static <T> Uni<T> outermost(String workspace, Function<Mutiny.Session, Uni<T>> work) {
    AfterCommit.open(workspace);
    return toTheEnd(
        transaction(workspace, work)
            .onItemOrFailure()
            .invoke(
                (_, failure) -> {
                  if (failure == null) {
                    AfterCommit.runAll();
                  } else {
                    AfterCommit.discard();
                  }
                }));
  }

  /// Who no longer waits (a timeout, a reader who left) does not stop a transaction half-way:
  /// Hibernate Reactive would leave its session open and the connection missing in the pool for
  /// good.
  private static <T> Uni<T> toTheEnd(Uni<T> transaction) {
    return Uni.createFrom()
        .emitter(emitter -> transaction.subscribe().with(emitter::complete, emitter::fail));
  }

  private static <T> Uni<T> transaction(String workspace, Function<Mutiny.Session, Uni<T>> work) {
    return Panache.withTransaction(
        () -> Panache.getSession().chain(session -> bound(session, workspace, work)));
  }

  /// The work's first statement follows the binding on the same connection without waiting for its
  /// answer. Should it fail, PostgreSQL refuses whatever comes after it in the transaction, and
  /// nothing is committed before its answer is there.
  private static <T> Uni<T> bound(
      Mutiny.Session session, String workspace, Function<Mutiny.Session, Uni<T>> work) {
    var bound = SessionSql.of(session).update(BIND, workspace).subscribeAsCompletionStage();
    return work.apply(session).call(() -> Uni.createFrom().completionStage(bound));
  }

  /// Hibernate Reactive wants a duplicated context marked safe; callers on other threads get one.
  private <T> Uni<T> onSafeContext(Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Context current = Vertx.currentContext();
              if (current != null && VertxContext.isDuplicatedContext(current)) {
                VertxContextSafetyToggle.setContextSafe(current, true);
                return work.get();
              }
              return onNewContext(work);
            });
  }

  private <T> Uni<T> onNewContext(Supplier<Uni<T>> work) {
    Context context =
        requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
    VertxContextSafetyToggle.setContextSafe(context, true);
    return Uni.createFrom()
        .emitter(
            emitter ->
                context.runOnContext(
                    _ -> work.get().subscribe().with(emitter::complete, emitter::fail)));
  }
}
