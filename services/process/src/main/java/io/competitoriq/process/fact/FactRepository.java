package io.competitoriq.process.fact;

import io.competitoriq.http.Cursor;
import io.competitoriq.messages.FactKind;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Facts of the bound workspace.
@ApplicationScoped
class FactRepository implements PanacheRepositoryBase<StoredFact, UUID> {

  private static final String NEWEST =
      "(select n.id from StoredFact n where n.competitorId = :competitor and n.kind = :%1$s"
          + " and n.validTo is null order by n.observedAt desc, n.id desc limit %2$d)";

  /// Those our own readers read.
  Uni<List<StoredFact>> current(UUID sourceId) {
    return find(
            "sourceId = ?1 and validTo is null and method <> ?2 order by id",
            sourceId,
            Method.MODEL)
        .list();
  }

  /// Those a model read.
  Uni<List<StoredFact>> currentRead(UUID sourceId) {
    return find(
            "sourceId = ?1 and validTo is null and method = ?2 order by id", sourceId, Method.MODEL)
        .list();
  }

  Uni<Integer> refreshRead(UUID sourceId, Instant at) {
    return update(
        "lastSeen = ?1, missingSince = null where sourceId = ?2 and validTo is null and method = ?3",
        at,
        sourceId,
        Method.MODEL);
  }

  Uni<Integer> endRead(UUID sourceId, Instant at) {
    return update(
        "validTo = ?1, endRecordedAt = instant where sourceId = ?2 and validTo is null and method = ?3",
        at,
        sourceId,
        Method.MODEL);
  }

  Uni<Integer> refresh(List<UUID> ids, Instant at) {
    return ids.isEmpty()
        ? Uni.createFrom().item(0)
        : update("lastSeen = ?1, missingSince = null where id in ?2", at, ids);
  }

  Uni<Integer> miss(List<UUID> ids, Instant at) {
    return ids.isEmpty()
        ? Uni.createFrom().item(0)
        : update("missingSince = ?1 where id in ?2", at, ids);
  }

  /// A fact that went missing ended then, not when we became sure of it.
  Uni<Integer> close(List<UUID> ids, Instant at) {
    return ids.isEmpty()
        ? Uni.createFrom().item(0)
        : update(
            "validTo = coalesce(missingSince, ?1), endRecordedAt = instant where id in ?2",
            at,
            ids);
  }

  /// Newest first.
  Uni<List<StoredFact>> list(FactFilter filter, int limit) {
    List<String> conditions = new ArrayList<>(List.of("id is not null"));
    Map<String, Object> values = new HashMap<>();
    add(conditions, values, "competitorId = :competitor", "competitor", filter.competitorId());
    add(conditions, values, "kind = :kind", "kind", filter.kind());
    filter.times().addTo(conditions, values);
    filter
        .after()
        .ifPresent(
            from -> {
              conditions.add("(observedAt < :at or (observedAt = :at and id < :id))");
              values.put("at", from.at());
              values.put("id", from.id());
            });
    return find(String.join(" and ", conditions) + " order by observedAt desc, id desc", values)
        .range(0, limit - 1)
        .list();
  }

  /// The newest of a competitor that hold now, kind by kind, with one statement.
  ///
  /// @param most of each kind
  Uni<List<StoredFact>> newest(UUID competitorId, Map<FactKind, Integer> most) {
    Map<String, Object> values = new HashMap<>();
    values.put("competitor", competitorId);
    most.keySet().forEach(kind -> values.put(kind.name(), kind));
    String wanted =
        most.entrySet().stream()
            .map(each -> NEWEST.formatted(each.getKey().name(), each.getValue()))
            .collect(Collectors.joining(" union all ", "id in (", ")"));
    return find(wanted + " order by observedAt desc, id desc", values).list();
  }

  private static void add(
      List<String> conditions,
      Map<String, Object> values,
      String condition,
      String name,
      @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
  }

  /// Newest first.
  Uni<List<StoredFact>> lineage(UUID lineageId, int most) {
    return find("lineageId = ?1 order by observedAt desc, id desc", lineageId)
        .range(0, most - 1)
        .list();
  }

  /// The first version of each, newest first: later ones tell when its details changed.
  Uni<List<StoredFact>> posts(UUID competitorId, int limit) {
    return find(
            "kind = ?1 and competitorId = ?2 and id = lineageId order by observedAt desc, id desc",
            FactKind.POST,
            competitorId)
        .range(0, limit - 1)
        .list();
  }

  /// All prices there ever were, oldest first.
  Uni<List<StoredFact>> prices(@Nullable UUID competitorId, int limit) {
    String order = " order by validFrom, id";
    return (competitorId == null
            ? find("kind = ?1 and status = ?2" + order, FactKind.PRICE, FactStatus.ACCEPTED)
            : find(
                "kind = ?1 and status = ?2 and competitorId = ?3" + order,
                FactKind.PRICE,
                FactStatus.ACCEPTED,
                competitorId))
        .range(0, limit - 1)
        .list();
  }

  /// The same page by page.
  Uni<List<StoredFact>> prices(@Nullable UUID competitorId, Optional<Cursor> after, int limit) {
    List<String> conditions = new ArrayList<>(List.of("kind = :kind", "status = :status"));
    Map<String, Object> values = new HashMap<>();
    values.put("kind", FactKind.PRICE);
    values.put("status", FactStatus.ACCEPTED);
    add(conditions, values, "competitorId = :competitor", "competitor", competitorId);
    after.ifPresent(
        from -> {
          conditions.add("(validFrom > :at or (validFrom = :at and id > :id))");
          values.put("at", from.at());
          values.put("id", from.id());
        });
    return find(String.join(" and ", conditions) + " order by validFrom, id", values)
        .range(0, limit - 1)
        .list();
  }

  /// What a list of facts is narrowed to.
  record FactFilter(
      @Nullable UUID competitorId,
      @Nullable FactKind kind,
      FactTimes times,
      Optional<Cursor> after) {}
}
