package io.competitoriq.analysis.model;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Calls to the model made for the bound workspace.
@ApplicationScoped
class ModelCallRepository implements PanacheRepositoryBase<ModelCall, UUID> {

  /// What the model answered to the same input under the same prompt, most recent first.
  Uni<Optional<Map<String, Object>>> findAnswer(Purpose purpose, String model) {
    return find(
            "inputHash = ?1 and promptVersion = ?2 and model = ?3 and outcome = ?4 order by id desc",
            purpose.inputHash(),
            purpose.promptVersion(),
            model,
            ModelCall.ANSWERED)
        .firstResult()
        .map(call -> call == null ? Optional.empty() : Optional.ofNullable(call.answer));
  }
}
