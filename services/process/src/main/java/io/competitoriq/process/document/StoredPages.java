package io.competitoriq.process.document;

import io.competitoriq.blobs.BlobDamaged;
import io.competitoriq.blobs.BlobMissing;
import io.competitoriq.blobs.BlobStore;
import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.document.Reading.Understood;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Reads the pages of stored documents again, for what only the page itself can tell.
@ApplicationScoped
public class StoredPages {

  private final Documents documents;
  private final BlobStore blobs;
  private final WorkspaceTransactions transactions;
  private final Vertx vertx;

  StoredPages(
      Documents documents, BlobStore blobs, WorkspaceTransactions transactions, Vertx vertx) {
    this.documents = documents;
    this.blobs = blobs;
    this.transactions = transactions;
    this.vertx = vertx;
  }

  /// A document's content with the elements it was read from. Empty when its body is gone, was
  /// never known, or cannot be read.
  public Uni<Optional<Content>> content(UUID workspaceId, UUID documentId) {
    return reading(workspaceId, documentId)
        .map(
            page ->
                page.map(Page::reading)
                    .filter(Understood.class::isInstance)
                    .map(Understood.class::cast)
                    .map(Understood::content));
  }

  /// A document's snapshot as it is read today. Empty when its body is gone or was never known.
  public Uni<Optional<Page>> reading(UUID workspaceId, UUID documentId) {
    return transactions
        .in(workspaceId, _ -> documents.snapshot(documentId))
        .chain(snapshot -> snapshot.map(this::read).orElseGet(StoredPages::nothing));
  }

  private Uni<Optional<Page>> read(ProcessSnapshot snapshot) {
    return blobs
        .get(snapshot.bodySha256())
        .chain(body -> onWorker(snapshot, body))
        .onFailure(failure -> failure instanceof BlobMissing || failure instanceof BlobDamaged)
        .recoverWithItem(Optional.empty());
  }

  private Uni<Optional<Page>> onWorker(ProcessSnapshot snapshot, byte[] body) {
    return Uni.createFrom()
        .completionStage(
            () -> vertx.executeBlocking(() -> page(snapshot, body), false).toCompletionStage());
  }

  private static Optional<Page> page(ProcessSnapshot snapshot, byte[] body) {
    return Optional.of(new Page(snapshot, SnapshotReader.read(snapshot, body)));
  }

  private static Uni<Optional<Page>> nothing() {
    return Uni.createFrom().item(Optional.empty());
  }

  /// A snapshot and what today's extractor reads out of it.
  public record Page(ProcessSnapshot snapshot, Reading reading) {}
}
