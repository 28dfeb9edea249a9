package io.competitoriq.process.change;

import io.competitoriq.http.Cursor;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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

  Uni<List<StoredChange>> candidates(UUID sourceId) {
    return find("sourceId = ?1 and status = ?2 order by id", sourceId, ChangeStatus.CANDIDATE)
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
