package io.competitoriq.analysis.model;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.analysis.model.ModelUsage.Tokens;
import io.competitoriq.http.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The ledger of calls to the model, and the cache of its answers. Works in the caller's
/// transaction.
@ApplicationScoped
class ModelCalls {

  private final ModelCallRepository rows;
  private final ObjectMapper json;
  private final ModelTraits traits;

  ModelCalls(ModelCallRepository rows, ObjectMapper json, ModelTraits traits) {
    this.rows = rows;
    this.json = json;
    this.traits = traits;
  }

  /// What the model answered to the same input before.
  Uni<Optional<Map<String, Object>>> findAnswer(Purpose purpose, String model, String params) {
    return rows.findAnswer(purpose, model, params);
  }

  /// Keeps one call that was made; nothing when there was none.
  Uni<Void> record(Purpose purpose, ModelReply reply, long costMicros) {
    return switch (reply) {
      case ModelReply.Paused _, ModelReply.Unaffordable _ -> Uni.createFrom().voidItem();
      case ModelReply.Answered answered -> {
        ModelCall call = call(purpose, ModelCall.ANSWERED, answered.usage(), costMicros);
        call.answer = json.convertValue(answered.answer(), new TypeReference<>() {});
        yield rows.persist(call).replaceWithVoid();
      }
      case ModelReply.Unusable unusable ->
          rows.persist(call(purpose, unusable.failure().name(), unusable.usage(), costMicros))
              .replaceWithVoid();
      case ModelReply.Later later ->
          rows.persist(call(purpose, later.trouble().name(), later.usage(), costMicros))
              .replaceWithVoid();
    };
  }

  /// Keeps a call whose end nobody saw.
  Uni<Void> recordLost(Spending.Reservation open) {
    var silent = new ModelUsage(open.model(), null, null, Tokens.NONE, Duration.ZERO, null);
    return rows.persist(call(open.purpose(), "LOST", silent, open.micros())).replaceWithVoid();
  }

  private ModelCall call(Purpose purpose, String outcome, ModelUsage usage, long costMicros) {
    ModelCall call = new ModelCall();
    call.id = Ids.next();
    call.workspaceId = purpose.workspaceId();
    call.feature = purpose.feature().name();
    call.params = traits.paramsOf(usage.model());
    call.costMicros = costMicros;
    call.signalId = purpose.signalId();
    call.model = usage.model();
    call.promptVersion = purpose.promptVersion();
    call.inputHash = purpose.inputHash();
    call.outcome = outcome;
    call.httpStatus = usage.httpStatus();
    call.finishReason = usage.finishReason();
    call.requestId = usage.requestId();
    call.inputTokens = usage.tokens().input();
    call.cachedTokens = usage.tokens().cached();
    call.outputTokens = usage.tokens().output();
    call.reasoningTokens = usage.tokens().reasoning();
    call.latencyMs = usage.latency().toMillis();
    return call;
  }
}
