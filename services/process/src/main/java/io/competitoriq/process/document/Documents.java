package io.competitoriq.process.document;

import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.http.Problems;
import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.process.document.Reading.NotUnderstood;
import io.competitoriq.process.document.Reading.Understood;
import io.competitoriq.process.evidence.Version;
import io.competitoriq.process.page.PageClass;
import io.competitoriq.process.search.Passages;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// The documents of a workspace. The methods that take a session belong to the caller's
/// transaction.
@ApplicationScoped
public class Documents {

  private final DocumentRepository documents;
  private final Passages passages;
  private final WorkspaceTransactions transactions;

  Documents(DocumentRepository documents, Passages passages, WorkspaceTransactions transactions) {
    this.documents = documents;
    this.passages = passages;
    this.transactions = transactions;
  }

  /// The latest version of a source that was understood.
  public Uni<Optional<Version>> latest(UUID sourceId) {
    return documents.latestProcessed(sourceId).map(found -> found.map(Documents::version));
  }

  public Uni<Optional<UUID>> latestId(Mutiny.Session session, UUID sourceId) {
    return documents.latestProcessedId(session, sourceId);
  }

  /// How many versions of a source were understood.
  public Uni<Long> visits(UUID sourceId) {
    return documents.processedCount(sourceId);
  }

  public Uni<Boolean> exists(ProcessSnapshot snapshot) {
    return documents.exists(snapshot.sourceId(), snapshot.snapshotId());
  }

  /// Stores what came of a snapshot, understood or not, and makes it searchable.
  public Uni<Void> add(
      Mutiny.Session session,
      UUID workspaceId,
      UUID id,
      ProcessSnapshot snapshot,
      Reading reading) {
    return session
        .persist(row(workspaceId, id, snapshot, reading))
        .call(session::flush)
        .call(() -> passages.index(session, id));
  }

  private static StoredDocument row(
      UUID workspaceId, UUID id, ProcessSnapshot snapshot, Reading reading) {
    StoredDocument row = new StoredDocument();
    row.id = id;
    row.workspaceId = workspaceId;
    row.competitorId = snapshot.competitorId();
    row.sourceId = snapshot.sourceId();
    row.snapshotId = snapshot.snapshotId();
    row.url = snapshot.url().toString();
    row.sourceKind = snapshot.kind();
    row.fetchedAt = snapshot.fetchedAt();
    row.extractorVersion = SnapshotReader.VERSION;
    row.collector = snapshot.collector();
    row.contentType = snapshot.contentType();
    row.charset = snapshot.charset();
    row.bodySha256 = snapshot.bodySha256();
    switch (reading) {
      case Understood page -> fill(row, page);
      case NotUnderstood failed -> fill(row, failed);
    }
    return row;
  }

  private static void fill(StoredDocument row, Understood page) {
    row.state = DocumentState.PROCESSED;
    row.title = storable(page.title());
    row.author = page.author();
    row.publishedAt = page.publishedAt();
    row.language = page.language();
    row.pageClass = page.pageClass();
    row.body = page.content().text();
    row.content =
        new StoredDocument.Blocks(
            page.content().blocks(),
            storable(page.content().mainText()),
            page.publishedConfidence(),
            page.canonicalUrl());
  }

  private static void fill(StoredDocument row, NotUnderstood failed) {
    row.state = DocumentState.FAILED;
    row.failure = failed.kind();
    row.failureDetail = storable(failed.detail());
    row.title = row.url;
    row.pageClass = PageClass.OTHER;
    row.body = "";
    row.content = new StoredDocument.Blocks(List.of(), null, null, null);
  }

  /// PostgreSQL's text holds every character but one.
  private static String storable(String text) {
    return text.replace("\0", "");
  }

  private static Version version(StoredDocument row) {
    return new Version(
        row.id,
        row.snapshotId,
        URI.create(row.url),
        row.fetchedAt,
        row.extractorVersion,
        row.body,
        row.content.blocks());
  }

  /// Newest first.
  public Uni<Page<DocumentHead>> list(
      UUID workspaceId,
      @Nullable UUID competitorId,
      @Nullable UUID sourceId,
      Optional<Cursor> after,
      int limit) {
    return transactions
        .in(
            workspaceId,
            session -> documents.heads(session, competitorId, sourceId, after, limit + 1))
        .map(heads -> Page.of(heads, limit, head -> Cursor.of(head.fetchedAt(), head.id())));
  }

  public Uni<DocumentView> get(UUID workspaceId, UUID id) {
    return transactions.in(workspaceId, _ -> find(id)).map(DocumentView::of);
  }

  /// A stored version, for comparing.
  public Uni<Version> version(UUID id) {
    return find(id).map(Documents::version);
  }

  /// The latest versions of a source that were understood, newest first.
  public Uni<List<VersionHead>> versions(Mutiny.Session session, UUID sourceId, int most) {
    return documents.versions(session, sourceId, most).map(Documents::readLast);
  }

  /// Some versions of a source that were understood, newest first: the newest, the oldest, those of
  /// some snapshots, and some by name. A snapshot that several extractors read counts once.
  ///
  /// @param newest how many of the newest
  public Uni<List<NumberedVersion>> choose(
      Mutiny.Session session,
      UUID sourceId,
      int newest,
      Collection<UUID> snapshotIds,
      Collection<UUID> documentIds) {
    return documents.choose(session, sourceId, newest, snapshotIds, documentIds);
  }

  /// A snapshot that several extractors read counts once, as the newest read it.
  private static List<VersionHead> readLast(List<VersionHead> newestFirst) {
    Set<UUID> seen = new HashSet<>();
    return newestFirst.stream().filter(head -> seen.add(head.snapshotId())).toList();
  }

  /// One writer of a source at a time, over all replicas, until the caller's transaction ends.
  public Uni<Integer> lock(Mutiny.Session session, UUID sourceId) {
    return session
        .createNativeQuery(
            "select cast(1 as integer) from pg_advisory_xact_lock(hashtextextended(:source, 0))",
            Integer.class)
        .setParameter("source", sourceId.toString())
        .getSingleResult();
  }

  /// Fails with 404 unless all of them are understood versions of the source.
  public Uni<Void> requireOf(UUID sourceId, List<UUID> ids) {
    return documents
        .countOf(sourceId, ids)
        .invoke(
            found -> {
              if (found < ids.stream().distinct().count()) {
                throw Problems.notFound(
                    "version-not-found",
                    "Source " + sourceId + " has no such version. Choose one of its documents.");
              }
            })
        .replaceWithVoid();
  }

  /// A version to choose.
  public record VersionHead(UUID documentId, UUID snapshotId, Instant fetchedAt) {}

  /// @param number of the version among all of its source; 1 is the newest
  public record NumberedVersion(VersionHead head, int number) {}

  /// The class of a stored page.
  public Uni<PageClass> pageClass(UUID id) {
    return find(id).map(row -> row.pageClass);
  }

  /// The snapshot a document was read from, as its job described it; empty when that was not kept.
  public Uni<Optional<ProcessSnapshot>> snapshot(UUID id) {
    return find(id).map(Documents::snapshot);
  }

  private static Optional<ProcessSnapshot> snapshot(StoredDocument row) {
    return row.contentType == null
            || row.charset == null
            || row.collector == null
            || row.bodySha256 == null
        ? Optional.empty()
        : Optional.of(
            new ProcessSnapshot(
                row.competitorId,
                row.sourceId,
                row.snapshotId,
                null,
                URI.create(row.url),
                row.sourceKind,
                row.collector,
                row.contentType,
                row.charset,
                row.bodySha256,
                row.fetchedAt));
  }

  private Uni<StoredDocument> find(UUID id) {
    return documents
        .findById(id)
        .onItem()
        .ifNull()
        .failWith(
            () -> Problems.notFound("document-not-found", "There is no document " + id + "."));
  }
}
