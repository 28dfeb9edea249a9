package io.competitoriq.crawl.snapshot;

import io.competitoriq.crawl.fetch.Exhibit;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Rows of `exhibit`. Every call needs a workspace transaction around it.
@ApplicationScoped
class ExhibitRepository implements PanacheRepositoryBase<ExhibitRow, ExhibitRow.Key> {

  /// What there is of each snapshot, in the order of the kinds.
  Uni<Map<UUID, List<ExhibitRow>>> of(Collection<UUID> snapshotIds) {
    return snapshotIds.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : list("snapshotId in ?1 order by kind", snapshotIds)
            .map(rows -> rows.stream().collect(Collectors.groupingBy(row -> row.snapshotId)));
  }

  Uni<Optional<ExhibitRow>> find(UUID snapshotId, Exhibit.Kind kind) {
    return find("snapshotId = ?1 and kind = ?2", snapshotId, kind)
        .<ExhibitRow>firstResult()
        .map(Optional::ofNullable);
  }
}
