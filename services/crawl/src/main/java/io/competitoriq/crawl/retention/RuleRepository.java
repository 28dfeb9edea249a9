package io.competitoriq.crawl.retention;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Rows of `retention_rule`. Every call needs a workspace transaction around it.
@ApplicationScoped
class RuleRepository implements PanacheRepositoryBase<StoredRule, UUID> {

  /// The rules in force for any of the places.
  Uni<List<StoredRule>> inForce(List<UUID> places) {
    return list("endedAt is null and sourceId in ?1", places);
  }

  Uni<Integer> end(UUID place, UUID memberId, Instant at) {
    return update(
        "endedBy = ?1, endedAt = ?2 where endedAt is null and sourceId = ?3", memberId, at, place);
  }
}
