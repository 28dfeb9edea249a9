package io.competitoriq.process;

import io.competitoriq.jobs.live.LiveEvents;
import io.competitoriq.process.Understanding.Compared;
import io.competitoriq.process.Understanding.Unread;
import io.competitoriq.process.assisted.AssistedReadings;
import io.competitoriq.process.change.Changes;
import io.competitoriq.process.document.Documents;
import io.competitoriq.process.evidence.Version;
import io.competitoriq.process.fact.Facts;
import io.competitoriq.process.noise.Sightings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Stores what a snapshot came to, all in the job's own transaction. A snapshot that is stored
/// already changes nothing; one whose source moved on meanwhile fails with [SourceMovedOn].
@ApplicationScoped
class Understandings {

  private final Documents documents;
  private final Facts facts;
  private final Changes changes;
  private final Sightings sightings;
  private final AssistedReadings assisted;
  private final LiveEvents live;

  Understandings(
      Documents documents,
      Facts facts,
      Changes changes,
      Sightings sightings,
      AssistedReadings assisted,
      LiveEvents live) {
    this.documents = documents;
    this.facts = facts;
    this.changes = changes;
    this.sightings = sightings;
    this.assisted = assisted;
    this.live = live;
  }

  Uni<Void> store(Mutiny.Session session, UUID workspaceId, Understanding understanding) {
    return documents
        .lock(session, understanding.snapshot().sourceId())
        .chain(() -> documents.exists(understanding.snapshot()))
        .chain(
            stored ->
                stored
                    ? Uni.createFrom().voidItem()
                    : storeNew(session, workspaceId, understanding));
  }

  private Uni<Void> storeNew(
      Mutiny.Session session, UUID workspaceId, Understanding understanding) {
    UUID sourceId = understanding.snapshot().sourceId();
    Optional<UUID> expected =
        Optional.ofNullable(understanding.history().latest()).map(Version::documentId);
    return documents
        .latestId(session, sourceId)
        .invoke(
            latest -> {
              if (!latest.equals(expected)) {
                throw new SourceMovedOn(sourceId);
              }
            })
        .chain(
            () ->
                documents.add(
                    session,
                    workspaceId,
                    understanding.documentId(),
                    understanding.snapshot(),
                    understanding.reading()))
        .invoke(() -> live.publish(workspaceId, "document.processed", understanding.documentId()))
        .chain(() -> rest(session, workspaceId, understanding));
  }

  private Uni<Void> rest(Mutiny.Session session, UUID workspaceId, Understanding understanding) {
    return switch (understanding) {
      case Unread _ -> Uni.createFrom().voidItem();
      case Compared compared -> rest(session, workspaceId, compared);
    };
  }

  /// A version older than the latest one changes nothing.
  private Uni<Void> follow(Mutiny.Session session, UUID workspaceId, Compared compared) {
    Version then = compared.history().latest();
    Version now = compared.version();
    return then != null && !then.fetchedAt().isBefore(now.fetchedAt())
        ? Uni.createFrom().voidItem()
        : assisted.follow(session, workspaceId, compared.snapshot(), then, now, compared.need());
  }

  private Uni<Void> rest(Mutiny.Session session, UUID workspaceId, Compared compared) {
    Version then = compared.history().latest();
    Uni<Void> stored =
        facts
            .apply(
                session,
                workspaceId,
                compared.snapshot(),
                compared.version(),
                compared.findings().facts())
            .chain(() -> follow(session, workspaceId, compared));
    return then == null
        ? stored
        : stored
            .chain(
                () ->
                    changes.apply(
                        session,
                        workspaceId,
                        compared.snapshot(),
                        compared.reading().title(),
                        then,
                        compared.version(),
                        compared.findings()))
            .chain(
                () ->
                    sightings.remember(
                        session,
                        workspaceId,
                        compared.snapshot().sourceId(),
                        compared.history().visits() + 1,
                        compared.findings().sightings()));
  }
}
