package io.competitoriq.crawl.snapshot;

import io.competitoriq.http.Cursor;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Rows of `snapshot`. Every call needs a workspace transaction around it.
@ApplicationScoped
class SnapshotRepository implements PanacheRepositoryBase<Snapshot, UUID> {

  /// The last snapshot of the source.
  Uni<Optional<Snapshot>> latest(UUID sourceId) {
    return find("sourceId = ?1 order by fetchedAt desc, id desc", sourceId)
        .range(0, 0)
        .<Snapshot>firstResult()
        .map(Optional::ofNullable);
  }

  Uni<Optional<Snapshot>> byId(UUID id) {
    return find("id = ?1", id).<Snapshot>firstResult().map(Optional::ofNullable);
  }

  /// The newest first, at most `limit + 1` of them.
  Uni<List<Snapshot>> list(Optional<UUID> sourceId, Optional<Cursor> after, int limit) {
    Parameters parameters = new Parameters();
    sourceId.ifPresent(id -> parameters.and("source", id));
    after.ifPresent(cursor -> parameters.and("at", cursor.at()).and("after", cursor.id()));
    String condition =
        (sourceId.isPresent() ? "sourceId = :source" : "1 = 1")
            + (after.isPresent()
                ? " and (fetchedAt < :at or fetchedAt = :at and id < :after)"
                : "");
    return find(condition + " order by fetchedAt desc, id desc", parameters).range(0, limit).list();
  }
}
