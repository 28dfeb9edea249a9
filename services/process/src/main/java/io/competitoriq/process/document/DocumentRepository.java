package io.competitoriq.process.document;

import io.competitoriq.http.Cursor;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
