package io.competitoriq.analysis.model;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Calls to the model made for the bound workspace.
@ApplicationScoped
class ModelCallRepository implements PanacheRepositoryBase<ModelCall, UUID> {

  /// What the model answered to the same input under the same prompt and settings, most recent first.
  Uni<Optional<Map<String, Object>>> findAnswer(Purpose purpose, String model, String params) {
    return find(
            "inputHash = :input and promptVersion = :prompt and model = :model"
                + " and params = :params and outcome = :outcome order by id desc",
            Parameters.with("input", purpose.inputHash())
                .and("prompt", purpose.promptVersion())
                .and("model", model)
                .and("params", params)
                .and("outcome", ModelCall.ANSWERED))
        .firstResult()
        .map(call -> call == null ? Optional.empty() : Optional.ofNullable(call.answer));
  }
}
