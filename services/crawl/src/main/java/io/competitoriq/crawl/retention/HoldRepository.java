package io.competitoriq.crawl.retention;

import io.competitoriq.http.Cursor;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of `hold`. Every call needs a workspace transaction around it.
@ApplicationScoped
class HoldRepository implements PanacheRepositoryBase<StoredHold, UUID> {
  private static final String IN_FORCE =
      "liftedAt is null and sourceId = ?1 and snapshotId is not distinct from ?2";

  Uni<Optional<StoredHold>> inForce(UUID sourceId, @Nullable UUID snapshotId) {
    return find(IN_FORCE, sourceId, snapshotId).<StoredHold>firstResult().map(Optional::ofNullable);
  }

  Uni<Integer> lift(UUID id, UUID memberId, Instant at) {
    return update("liftedBy = ?1, liftedAt = ?2 where id = ?3", memberId, at, id);
  }

  /// The newest first, at most `limit + 1` of them.
  Uni<List<StoredHold>> list(boolean lifted, Optional<Cursor> after, int limit) {
    Parameters parameters = new Parameters();
    after.ifPresent(cursor -> parameters.and("at", cursor.at()).and("after", cursor.id()));
    String condition =
        (lifted ? "1 = 1" : "liftedAt is null")
            + (after.isPresent() ? " and (placedAt < :at or placedAt = :at and id < :after)" : "");
    return find(condition + " order by placedAt desc, id desc", parameters).range(0, limit).list();
  }
}
