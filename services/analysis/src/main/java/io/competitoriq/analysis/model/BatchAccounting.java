package io.competitoriq.analysis.model;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Money for batches: set aside as a whole before anything is handed over, each answer in the
/// ledger, what is left given back at the end. Works in the caller's transaction.
@ApplicationScoped
public class BatchAccounting {

  private final Spending spending;
  private final ModelCalls calls;
  private final ModelBatches batches;
  private final ModelSwitches switches;
  private final ModelMetrics metrics;

  BatchAccounting(
      Spending spending,
      ModelCalls calls,
      ModelBatches batches,
      ModelSwitches switches,
      ModelMetrics metrics) {
    this.spending = spending;
    this.calls = calls;
    this.batches = batches;
    this.switches = switches;
    this.metrics = metrics;
  }

  /// A sentence when the budgets do not allow it, or models are switched off: nothing is set aside
  /// then, and the caller's transaction must roll back.
  public static final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusal(String reason) {
      super(reason, null, false, false);
    }
  }

  /// Fails with [Refusal].
  ///
  /// @param until how long the provider may take
  public Uni<UUID> setAside(Mutiny.Session tx, Purpose purpose, long micros, Instant until) {
    return switches
        .isOn(tx, purpose.workspaceId())
        .invoke(
            on -> {
              if (!on) {
                throw new Refusal(ModelFailure.SWITCHED_OFF.sentence());
              }
            })
        .chain(() -> spending.reserve(tx, purpose, batches.modelName(), micros))
        .call(id -> spending.hold(tx, id, until))
        .onFailure(OverBudget.class)
        .transform(failure -> new Refusal(String.valueOf(failure.getMessage())));
  }

  /// Keeps an answer in the ledger, and with it in the cache when it is one.
  ///
  /// @return what it cost, micro-USD
  public Uni<Long> record(
      Mutiny.Session tx, Purpose purpose, ModelQuestion question, ModelReply reply) {
    long cost = batches.costOf(reply, question);
    metrics.called(reply);
    metrics.cost(batches.modelName(), cost);
    return calls.record(purpose, reply, cost).replaceWith(cost);
  }

  /// Replaces what was set aside by what it cost; once.
  public Uni<Void> settle(Mutiny.Session tx, UUID reservation, long costMicros) {
    return spending.settle(tx, reservation, OptionalLong.of(costMicros)).replaceWithVoid();
  }
}
