package io.competitoriq.process.change;

import io.competitoriq.http.Cursor;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Changes of the bound workspace.
@ApplicationScoped
class ChangeRepository implements PanacheRepositoryBase<StoredChange, UUID> {

  private static final int MOST_TOLD = 50;

  Uni<List<StoredChange>> candidates(UUID sourceId) {
    return find("sourceId = ?1 and status = ?2 order by id", sourceId, ChangeStatus.CANDIDATE)
        .list();
  }

  /// The newest confirmed text changes of a competitor's other sources.
  Uni<List<StoredChange>> toldElsewhere(UUID competitorId, UUID sourceId, Instant since) {
    return find(
            "competitorId = ?1 and sourceId <> ?2 and basis = ?3 and status = ?4 and detectedAt >= ?5 order by detectedAt desc, id desc",
            competitorId,
            sourceId,
            Basis.TEXTS,
            ChangeStatus.CONFIRMED,
            since)
        .range(0, MOST_TOLD - 1)
        .list();
  }

  Uni<Boolean> toldFacts(UUID sourceId, UUID snapshotId) {
    return count(
            "sourceId = ?1 and toSnapshotId = ?2 and basis = ?3", sourceId, snapshotId, Basis.FACTS)
        .map(found -> found > 0);
  }

  Uni<List<StoredChange>> raisedBy(UUID sourceId, UUID documentId) {
    return find("sourceId = ?1 and toDocumentId = ?2 order by id", sourceId, documentId).list();
  }

  /// The latest of a source that are no noise, newest first.
  Uni<List<StoredChange>> told(UUID sourceId, int most) {
    return find(
            "sourceId = ?1 and status <> ?2 order by detectedAt desc, id desc",
            sourceId,
            ChangeStatus.SUPPRESSED)
        .range(0, most - 1)
        .list();
  }

  Uni<List<StoredChange>> byIds(List<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : find("id in ?1 order by id", ids).list();
  }

  /// Newest first.
  Uni<List<StoredChange>> list(
      @Nullable UUID competitorId, @Nullable UUID sourceId, Optional<Cursor> after, int limit) {
    List<String> conditions = new ArrayList<>(List.of("id is not null"));
    Map<String, Object> values = new HashMap<>();
    if (competitorId != null) {
      conditions.add("competitorId = :competitor");
      values.put("competitor", competitorId);
    }
    if (sourceId != null) {
      conditions.add("sourceId = :source");
      values.put("source", sourceId);
    }
    after.ifPresent(
        from -> {
          conditions.add("(detectedAt < :at or (detectedAt = :at and id < :id))");
          values.put("at", from.at());
          values.put("id", from.id());
        });
    return find(String.join(" and ", conditions) + " order by detectedAt desc, id desc", values)
        .range(0, limit - 1)
        .list();
  }
}
