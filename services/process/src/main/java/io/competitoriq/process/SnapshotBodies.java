package io.competitoriq.process;

import io.competitoriq.blobs.BlobDamaged;
import io.competitoriq.blobs.BlobMissing;
import io.competitoriq.blobs.BlobStore;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.process.document.FailureKind;
import io.competitoriq.process.document.Reading;
import io.competitoriq.process.document.SnapshotReader;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Fetches the body of a snapshot and reads it on a worker thread.
@ApplicationScoped
class SnapshotBodies {

  private final BlobStore blobs;

  SnapshotBodies(BlobStore blobs) {
    this.blobs = blobs;
  }

  /// A body that is gone for good is a reading too: it says why there is none.
  Uni<Reading> read(ProcessSnapshot snapshot, JobContext context) {
    return blobs
        .get(snapshot.bodySha256())
        .chain(body -> context.compute(() -> SnapshotReader.read(snapshot, body)))
        .onFailure(failure -> failure instanceof BlobMissing || failure instanceof BlobDamaged)
        .recoverWithItem(
            failure ->
                new Reading.NotUnderstood(
                    FailureKind.BODY_MISSING, String.valueOf(failure.getMessage())));
  }
}
