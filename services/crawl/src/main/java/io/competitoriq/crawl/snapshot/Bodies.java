package io.competitoriq.crawl.snapshot;

import io.competitoriq.blobs.BlobMissing;
import io.competitoriq.blobs.BlobStore;
import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// The bodies of snapshots, and why one is not there any more.
@ApplicationScoped
public class Bodies {
  private final BlobStore blobs;
  private final ReleaseRepository releases;
  private final WorkspaceTransactions transactions;

  Bodies(BlobStore blobs, ReleaseRepository releases, WorkspaceTransactions transactions) {
    this.blobs = blobs;
    this.releases = releases;
    this.transactions = transactions;
  }

  /// The body of that hash of a snapshot of the workspace. Fails with problem `evidence-released`
  /// (410) for a released snapshot, even while another one still has the same body.
  ///
  /// @param missing what a body is answered with that is gone without a release
  public Uni<byte[]> get(
      UUID workspaceId, UUID snapshotId, String sha256, ProblemException missing) {
    return requireKept(workspaceId, snapshotId)
        .chain(() -> blobs.get(sha256))
        .onFailure(BlobMissing.class)
        .recoverWithUni(
            // It may have been released between the two looks.
            () ->
                requireKept(workspaceId, snapshotId)
                    .chain(() -> Uni.createFrom().<byte[]>failure(missing)));
  }

  private Uni<Void> requireKept(UUID workspaceId, UUID snapshotId) {
    return transactions
        .in(workspaceId, _ -> releases.byId(snapshotId))
        .invoke(
            release ->
                release.ifPresent(
                    it -> {
                      throw released(snapshotId, it);
                    }))
        .replaceWithVoid();
  }

  /// What is answered for a body that was let go.
  public static ProblemException released(UUID snapshotId, ReleaseView release) {
    return Problems.gone("evidence-released", "Snapshot " + snapshotId + ": " + release.sentence());
  }
}
