package io.competitoriq.crawl.snapshot;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Rows of `release`. Every call needs a workspace transaction around it.
@ApplicationScoped
class ReleaseRepository implements PanacheRepositoryBase<ReleaseRow, UUID> {

  /// Those of the snapshots that were released.
  Uni<Map<UUID, ReleaseView>> of(Collection<UUID> snapshotIds) {
    return snapshotIds.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : list("snapshotId in ?1", snapshotIds)
            .map(
                rows ->
                    rows.stream()
                        .collect(Collectors.toMap(row -> row.snapshotId, ReleaseView::of)));
  }

  Uni<Optional<ReleaseView>> byId(UUID snapshotId) {
    return find("snapshotId = ?1", snapshotId)
        .<ReleaseRow>firstResult()
        .map(row -> Optional.ofNullable(row).map(ReleaseView::of));
  }
}
