package io.competitoriq.process.change;

import io.competitoriq.process.change.SourceDiff.Mark;
import io.competitoriq.process.document.Documents;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// How far each member has looked at each source.
@ApplicationScoped
class SeenMarks {

  private final Documents documents;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  SeenMarks(Documents documents, WorkspaceTransactions transactions, Clock clock) {
    this.documents = documents;
    this.transactions = transactions;
    this.clock = clock;
  }

  Uni<Optional<Mark>> of(Mutiny.Session session, UUID memberId, UUID sourceId) {
    return session
        .createNativeQuery(
            "select document_id, seen_at from seen_mark where member_id = :member and source_id = :source",
            Object[].class)
        .setParameter("member", memberId)
        .setParameter("source", sourceId)
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(row -> new Mark((UUID) row[0], ((OffsetDateTime) row[1]).toInstant())));
  }

  /// The member has looked at this version.
  Uni<Mark> set(UUID workspaceId, UUID memberId, UUID sourceId, UUID documentId) {
    Instant at = clock.instant();
    return transactions
        .in(
            workspaceId,
            session ->
                documents
                    .requireOf(sourceId, List.of(documentId))
                    .chain(() -> write(session, workspaceId, memberId, sourceId, documentId, at)))
        .replaceWith(new Mark(documentId, at));
  }

  private static Uni<Integer> write(
      Mutiny.Session session,
      UUID workspaceId,
      UUID memberId,
      UUID sourceId,
      UUID documentId,
      Instant at) {
    return session
        .createNativeQuery(
            """
            insert into seen_mark (workspace_id, member_id, source_id, document_id, seen_at)
            values (:workspace, :member, :source, :document, :at)
            on conflict (workspace_id, member_id, source_id)
              do update set document_id = excluded.document_id, seen_at = excluded.seen_at
            """)
        .setParameter("workspace", workspaceId)
        .setParameter("member", memberId)
        .setParameter("source", sourceId)
        .setParameter("document", documentId)
        .setParameter("at", at)
        .executeUpdate();
  }
}
