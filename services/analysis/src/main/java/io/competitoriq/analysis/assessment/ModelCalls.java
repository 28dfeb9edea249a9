package io.competitoriq.analysis.assessment;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.analysis.model.ModelReply;
import io.competitoriq.analysis.model.ModelUsage;
import io.competitoriq.http.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The ledger of calls to the model, and the cache of its answers. Works in the caller's
/// transaction.
@ApplicationScoped
class ModelCalls {

  private final ModelCallRepository rows;
  private final ObjectMapper json;

  ModelCalls(ModelCallRepository rows, ObjectMapper json) {
    this.rows = rows;
    this.json = json;
  }

  /// What the model answered to the same input before.
  Uni<Optional<Map<String, Object>>> findAnswer(Inquiry inquiry, String model) {
    return rows.findAnswer(inquiry, model);
  }

  /// Keeps one call that was made; nothing when there was none.
  Uni<Void> record(UUID workspaceId, Inquiry inquiry, @Nullable ModelReply reply) {
    return switch (reply) {
      case null -> Uni.createFrom().voidItem();
      case ModelReply.Paused _ -> Uni.createFrom().voidItem();
      case ModelReply.Answered answered -> {
        ModelCall call = call(workspaceId, inquiry, ModelCall.ANSWERED, answered.usage());
        call.answer = json.convertValue(answered.answer(), new TypeReference<>() {});
        yield rows.persist(call).replaceWithVoid();
      }
      case ModelReply.Unusable unusable ->
          rows.persist(call(workspaceId, inquiry, unusable.failure().name(), unusable.usage()))
              .replaceWithVoid();
      case ModelReply.Later later ->
          rows.persist(call(workspaceId, inquiry, "UNAVAILABLE", later.usage())).replaceWithVoid();
    };
  }

  private static ModelCall call(
      UUID workspaceId, Inquiry inquiry, String outcome, ModelUsage usage) {
    ModelCall call = new ModelCall();
    call.id = Ids.next();
    call.workspaceId = workspaceId;
    call.signalId = inquiry.signalId();
    call.model = usage.model();
    call.promptVersion = inquiry.promptVersion();
    call.inputHash = inquiry.inputHash();
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
