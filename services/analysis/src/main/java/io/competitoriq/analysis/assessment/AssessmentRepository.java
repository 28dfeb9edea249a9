package io.competitoriq.analysis.assessment;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Assessments of the bound workspace.
@ApplicationScoped
class AssessmentRepository implements PanacheRepositoryBase<Assessment, UUID> {

  Uni<Optional<Assessment>> findBySignal(UUID signalId) {
    return find("signalId", signalId).firstResult().map(Optional::ofNullable);
  }
}
