package io.competitoriq.flags;

import dev.openfeature.sdk.ErrorCode;
import dev.openfeature.sdk.EvaluationContext;
import dev.openfeature.sdk.FeatureProvider;
import dev.openfeature.sdk.Metadata;
import dev.openfeature.sdk.ProviderEvaluation;
import dev.openfeature.sdk.Reason;
import dev.openfeature.sdk.Value;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Our table behind the OpenFeature API. All flags are on or off; the targeting key is the
/// workspace.
final class FlagProvider implements FeatureProvider {

  private final FlagTable table;

  FlagProvider(FlagTable table) {
    this.table = table;
  }

  @Override
  public Metadata getMetadata() {
    return () -> "ciq-postgresql";
  }

  @Override
  public ProviderEvaluation<Boolean> getBooleanEvaluation(
      String key, Boolean otherwise, EvaluationContext context) {
    return table
        .rule(key)
        .map(rule -> evaluation(rule.decide(workspace(context))))
        .orElseGet(() -> missing(key, otherwise));
  }

  private static ProviderEvaluation<Boolean> evaluation(FlagRule.Decision decision) {
    Reason reason =
        switch (decision.why()) {
          case KILLED, DISABLED -> Reason.DISABLED;
          case NAMED -> Reason.TARGETING_MATCH;
          case SPLIT -> Reason.SPLIT;
          case EVERYBODY -> Reason.STATIC;
        };
    return ProviderEvaluation.<Boolean>builder()
        .value(decision.on())
        .variant(decision.on() ? "on" : "off")
        .reason(reason.toString())
        .build();
  }

  /// Nothing was ever read, or nobody knows the flag: the code's own value either way.
  private ProviderEvaluation<Boolean> missing(String key, Boolean otherwise) {
    return ProviderEvaluation.<Boolean>builder()
        .value(otherwise)
        .variant(table.known() ? "unknown" : "unread")
        .reason(Reason.DEFAULT.toString())
        .errorCode(table.known() ? ErrorCode.FLAG_NOT_FOUND : ErrorCode.PROVIDER_NOT_READY)
        .errorMessage("no value of " + key)
        .build();
  }

  private static @Nullable UUID workspace(@Nullable EvaluationContext context) {
    String key = context == null ? null : context.getTargetingKey();
    return key == null || key.isEmpty() ? null : UUID.fromString(key);
  }

  @Override
  public ProviderEvaluation<String> getStringEvaluation(
      String key, String otherwise, EvaluationContext context) {
    return mismatch(otherwise);
  }

  @Override
  public ProviderEvaluation<Integer> getIntegerEvaluation(
      String key, Integer otherwise, EvaluationContext context) {
    return mismatch(otherwise);
  }

  @Override
  public ProviderEvaluation<Double> getDoubleEvaluation(
      String key, Double otherwise, EvaluationContext context) {
    return mismatch(otherwise);
  }

  @Override
  public ProviderEvaluation<Value> getObjectEvaluation(
      String key, Value otherwise, EvaluationContext context) {
    return mismatch(otherwise);
  }

  private static <T> ProviderEvaluation<T> mismatch(T otherwise) {
    return ProviderEvaluation.<T>builder()
        .value(otherwise)
        .reason(Reason.ERROR.toString())
        .errorCode(ErrorCode.TYPE_MISMATCH)
        .errorMessage("flags are on or off")
        .build();
  }
}
