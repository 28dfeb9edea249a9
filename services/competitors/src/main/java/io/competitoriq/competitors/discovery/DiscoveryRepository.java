package io.competitoriq.competitors.discovery;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Discoveries of the workspace at hand.
@ApplicationScoped
class DiscoveryRepository implements PanacheRepositoryBase<Discovery, UUID> {

  Uni<Optional<Discovery>> findOne(UUID id) {
    return findById(id).map(Optional::ofNullable);
  }
}
