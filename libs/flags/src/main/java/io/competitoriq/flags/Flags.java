package io.competitoriq.flags;

import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.EvaluationContext;
import dev.openfeature.sdk.FlagEvaluationDetails;
import dev.openfeature.sdk.ImmutableContext;
import dev.openfeature.sdk.OpenFeatureAPI;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Whether something is switched on. Answers at once from memory, never fails, and counts what it
/// answered in `ciq_flag_evaluations_total{flag,variant}`; the variants `unknown` and `unread` mean
/// that the code's own value was given.
@ApplicationScoped
public class Flags {

  private final OpenFeatureAPI api = OpenFeatureAPI.createIsolated();
  private final Client client;
  private final MeterRegistry meters;

  Flags(FlagTable table, MeterRegistry meters) {
    this.meters = meters;
    api.setProviderAndWait(new FlagProvider(table));
    this.client = api.getClient();
  }

  /// For one workspace.
  public boolean on(Flag flag, UUID workspaceId) {
    return evaluate(flag, new ImmutableContext(workspaceId.toString()));
  }

  /// For the whole installation: on only when it is on for everybody.
  public boolean on(Flag flag) {
    return evaluate(flag, ImmutableContext.EMPTY);
  }

  private boolean evaluate(Flag flag, EvaluationContext context) {
    FlagEvaluationDetails<Boolean> found =
        client.getBooleanDetails(flag.key(), flag.otherwise(), context);
    String variant = found.getVariant();
    meters
        .counter(
            "ciq.flag.evaluations",
            "flag",
            flag.key(),
            "variant",
            variant == null ? "unknown" : variant)
        .increment();
    return found.getValue();
  }

  @PreDestroy
  void close() {
    api.shutdown();
  }
}
