package io.competitoriq.competitors.source;

import io.competitoriq.competitors.schedule.Rhythm;
import io.competitoriq.http.Cursor;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Sources of the workspace at hand; archived ones do not exist for anybody who asks here.
@ApplicationScoped
class SourceRepository implements PanacheRepositoryBase<Source, UUID> {

  Uni<Optional<Source>> findWatched(UUID id) {
    return find("id = ?1 and archivedAt is null", id).firstResult().map(Optional::ofNullable);
  }

  /// Holds the row until the transaction ends, so that two edits come one after the other.
  Uni<Optional<Source>> findForEdit(UUID id) {
    return find("id = ?1 and archivedAt is null", id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResult()
        .map(Optional::ofNullable);
  }

  /// Due, and held by nobody else: another replica's scheduler or an edit under way makes it empty.
  Uni<Optional<Source>> findDue(Mutiny.Session tx, UUID id, Instant moment) {
    return tx.createNativeQuery(
            """
            select * from source
             where id = :id and archived_at is null and not paused and next_visit_at <= :moment
               for no key update skip locked
            """,
            Source.class)
        .setParameter("id", id)
        .setParameter("moment", moment)
        .getSingleResultOrNull()
        .map(Optional::ofNullable);
  }

  /// Handed over at that moment and not since, held until the transaction ends.
  Uni<List<Source>> findVisitedAt(Collection<UUID> ids, Instant moment) {
    return find("id in ?1 and lastVisitAt = ?2 and archivedAt is null order by id", ids, moment)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /// Held until the transaction ends, in an order that no two hold against each other.
  Uni<List<Source>> lockAll(Collection<UUID> ids) {
    return find("id in ?1 and archivedAt is null order by id", ids)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  Uni<List<Source>> lockOfCompetitors(Collection<UUID> competitorIds) {
    return find("competitorId in ?1 and archivedAt is null order by id", competitorIds)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  Uni<List<Source>> page(Optional<Cursor> after, int rows) {
    String newestFirst = " order by createdAt desc, id desc";
    return after
        .map(
            cursor ->
                find(
                    "archivedAt is null and (createdAt < ?1 or (createdAt = ?1 and id < ?2))"
                        + newestFirst,
                    cursor.at(),
                    cursor.id()))
        .orElseGet(() -> find("archivedAt is null" + newestFirst))
        .range(0, rows - 1)
        .list();
  }

  Uni<List<Source>> ofCompetitor(UUID competitorId) {
    return list("competitorId = ?1 and archivedAt is null order by createdAt, id", competitorId);
  }

  Uni<Map<UUID, Long>> countPerCompetitor(Mutiny.Session tx, Collection<UUID> competitorIds) {
    if (competitorIds.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return tx.createSelectionQuery(
            """
            select competitorId, count(*) from Source
             where competitorId in :ids and archivedAt is null group by competitorId
            """,
            Object[].class)
        .setParameter("ids", competitorIds)
        .getResultList()
        .map(SourceRepository::counts);
  }

  private static Map<UUID, Long> counts(List<Object[]> rows) {
    Map<UUID, Long> counts = new HashMap<>();
    rows.forEach(row -> counts.put((UUID) row[0], (Long) row[1]));
    return counts;
  }

  Uni<Integer> archiveOfCompetitor(UUID competitorId, Instant moment) {
    return update(
        "archivedAt = ?1, updatedAt = ?1 where competitorId = ?2 and archivedAt is null",
        moment,
        competitorId);
  }

  /// Moves the plan without touching the version: no edit by a person.
  Uni<Integer> planned(UUID id, Instant next) {
    return update("nextVisitAt = ?1 where id = ?2", next, id);
  }

  /// The same after a visit was handed over.
  Uni<Integer> visited(UUID id, Instant next, Instant moment) {
    return update("nextVisitAt = ?1, lastVisitAt = ?2 where id = ?3", next, moment, id);
  }

  /// The same after an adaptive interval has moved.
  Uni<Integer> adapted(UUID id, Rhythm.Adaptive rhythm, Instant next) {
    return update(
        "nextVisitAt = ?1, adaptive.currentMs = ?2, adaptive.visits = ?3, adaptive.changes = ?4"
            + " where id = ?5",
        next,
        rhythm.current().toMillis(),
        rhythm.seen().visits(),
        rhythm.seen().changes(),
        id);
  }
}
