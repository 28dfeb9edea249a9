package io.competitoriq.process.document;

import io.competitoriq.http.Cursor;
import io.competitoriq.process.document.Documents.NumberedVersion;
import io.competitoriq.process.document.Documents.VersionHead;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Documents of the bound workspace.
@ApplicationScoped
class DocumentRepository implements PanacheRepositoryBase<StoredDocument, UUID> {

  private static final String HEAD =
      "select new io.competitoriq.process.document.DocumentHead(d.id, d.snapshotId, d.sourceId,"
          + " d.competitorId, d.url, d.title, d.author, d.publishedAt, d.language, d.pageClass,"
          + " d.fetchedAt, d.extractorVersion, d.state, d.failure, d.failureDetail)"
          + " from StoredDocument d where (:anyCompetitor = true or d.competitorId = :competitor)"
          + " and (:anySource = true or d.sourceId = :source)"
          + " and (d.fetchedAt < :at or (d.fetchedAt = :at and d.id < :id))"
          + " order by d.fetchedAt desc, d.id desc";
  private static final UUID ANY = new UUID(0, 0);
  private static final Cursor BEGINNING =
      new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

  Uni<Optional<StoredDocument>> latestProcessed(UUID sourceId) {
    return find(
            "sourceId = ?1 and state = ?2 order by fetchedAt desc, id desc",
            sourceId,
            DocumentState.PROCESSED)
        .range(0, 0)
        .list()
        .map(found -> found.stream().findFirst());
  }

  Uni<Optional<UUID>> latestProcessedId(Mutiny.Session session, UUID sourceId) {
    return session
        .createQuery(
            "select id from StoredDocument where sourceId = :source and state = :state order by fetchedAt desc, id desc",
            UUID.class)
        .setParameter("source", sourceId)
        .setParameter("state", DocumentState.PROCESSED)
        .setMaxResults(1)
        .getResultList()
        .map(found -> found.stream().findFirst());
  }

  /// Newest first.
  Uni<List<Documents.VersionHead>> versions(Mutiny.Session session, UUID sourceId, int most) {
    return session
        .createQuery(
            "select new io.competitoriq.process.document.Documents$VersionHead(id, snapshotId, fetchedAt) from StoredDocument"
                + " where sourceId = :source and state = :state order by fetchedAt desc, id desc",
            Documents.VersionHead.class)
        .setParameter("source", sourceId)
        .setParameter("state", DocumentState.PROCESSED)
        .setMaxResults(most)
        .getResultList();
  }

  /// Newest first.
  Uni<List<NumberedVersion>> choose(
      Mutiny.Session session,
      UUID sourceId,
      int newest,
      Collection<UUID> snapshotIds,
      Collection<UUID> documentIds) {
    return session
        .createNativeQuery(
            """
            with version as (
              select distinct on (snapshot_id) id, snapshot_id, fetched_at from document
               where source_id = :source and state = 'PROCESSED' order by snapshot_id, id desc),
            numbered as (
              select id, snapshot_id, fetched_at, count(*) over () as total,
                     row_number() over (order by fetched_at desc, id desc) as number from version)
            select id, snapshot_id, fetched_at, number from numbered
             where number <= :newest or number = total or snapshot_id in (:snapshots)
                or snapshot_id in (select snapshot_id from document where id in (:documents))
             order by number
            """,
            Object[].class)
        .setParameter("source", sourceId)
        .setParameter("newest", newest)
        .setParameter("snapshots", orNone(snapshotIds))
        .setParameter("documents", orNone(documentIds))
        .getResultList()
        .map(rows -> rows.stream().map(DocumentRepository::numbered).toList());
  }

  /// A list in SQL names at least one.
  private static List<UUID> orNone(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of(ANY) : List.copyOf(ids);
  }

  private static NumberedVersion numbered(Object[] row) {
    VersionHead head =
        new VersionHead((UUID) row[0], (UUID) row[1], ((OffsetDateTime) row[2]).toInstant());
    return new NumberedVersion(head, ((Number) row[3]).intValue());
  }

  Uni<Long> countOf(UUID sourceId, List<UUID> ids) {
    return count(
        "sourceId = ?1 and state = ?2 and id in ?3", sourceId, DocumentState.PROCESSED, ids);
  }

  Uni<Long> processedCount(UUID sourceId) {
    return count("sourceId = ?1 and state = ?2", sourceId, DocumentState.PROCESSED);
  }

  Uni<Boolean> exists(UUID sourceId, UUID snapshotId) {
    return count(
            "sourceId = :source and snapshotId = :snapshot",
            Parameters.with("source", sourceId).and("snapshot", snapshotId))
        .map(found -> found > 0);
  }

  /// Newest first.
  Uni<List<DocumentHead>> heads(
      Mutiny.Session session,
      @Nullable UUID competitorId,
      @Nullable UUID sourceId,
      Optional<Cursor> after,
      int limit) {
    Cursor from = after.orElse(BEGINNING);
    return session
        .createQuery(HEAD, DocumentHead.class)
        .setParameter("anyCompetitor", competitorId == null)
        .setParameter("competitor", competitorId == null ? ANY : competitorId)
        .setParameter("anySource", sourceId == null)
        .setParameter("source", sourceId == null ? ANY : sourceId)
        .setParameter("at", from.at())
        .setParameter("id", from.id())
        .setMaxResults(limit)
        .getResultList();
  }
}
