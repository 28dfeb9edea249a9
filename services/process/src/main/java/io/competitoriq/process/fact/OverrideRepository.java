package io.competitoriq.process.fact;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Overrides of the bound workspace.
@ApplicationScoped
class OverrideRepository implements PanacheRepositoryBase<StoredOverride, UUID> {

  private static final int LONGEST_HISTORY = 200;

  /// Those that hold for any of these facts.
  Uni<List<StoredOverride>> of(List<StoredFact> facts) {
    return facts.isEmpty()
        ? Uni.createFrom().item(List.of())
        : find(
                "withdrawnAt is null and sourceId in ?1 and factKey in ?2",
                facts.stream().map(fact -> fact.sourceId).distinct().toList(),
                facts.stream().map(fact -> fact.key).distinct().toList())
            .list();
  }

  /// All there ever were for a fact, newest first.
  Uni<List<StoredOverride>> history(StoredFact fact) {
    return find(
            "sourceId = ?1 and factKey = ?2 order by setAt desc, id desc", fact.sourceId, fact.key)
        .range(0, LONGEST_HISTORY - 1)
        .list();
  }

  /// @return how many were taken back, 0 or 1
  Uni<Integer> withdraw(StoredFact fact, UUID memberId, Instant at) {
    return update(
        "withdrawnBy = ?1, withdrawnAt = ?2 where withdrawnAt is null and sourceId = ?3 and factKey = ?4",
        memberId,
        at,
        fact.sourceId,
        fact.key);
  }

  /// A renamed fact keeps what was said about it.
  Uni<Integer> follow(UUID sourceId, String from, String to) {
    return update("factKey = ?1 where sourceId = ?2 and factKey = ?3", to, sourceId, from);
  }
}
