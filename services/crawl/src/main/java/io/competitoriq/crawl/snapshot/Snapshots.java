package io.competitoriq.crawl.snapshot;

import io.competitoriq.blobs.BlobStore;
import io.competitoriq.crawl.fetch.FetchedPage;
import io.competitoriq.crawl.fetch.Validators;
import io.competitoriq.crawl.visit.Attempt;
import io.competitoriq.http.Ids;
import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import io.competitoriq.jobs.Enqueued;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.jobs.live.LiveEvents;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Keeps pages that differ from what is known, and hands each new one to the next step.
@ApplicationScoped
public class Snapshots {
  private final SnapshotRepository repository;
  private final SnapshotViews views;
  private final BlobStore blobs;
  private final WorkspaceTransactions transactions;
  private final JobQueue queue;
  private final LiveEvents live;

  Snapshots(
      SnapshotRepository repository,
      SnapshotViews views,
      BlobStore blobs,
      WorkspaceTransactions transactions,
      JobQueue queue,
      LiveEvents live) {
    this.repository = repository;
    this.views = views;
    this.blobs = blobs;
    this.transactions = transactions;
    this.queue = queue;
    this.live = live;
  }

  /// What the last snapshot of the source lets us ask its server. A source whose address changed
  /// starts anew.
  public Uni<Validators> validators(UUID workspaceId, CollectSource request) {
    return transactions
        .in(workspaceId, _ -> repository.latest(request.sourceId()))
        .map(
            latest ->
                latest
                    .filter(known -> known.url.equals(request.url().toString()))
                    .map(known -> Validators.of(known.headers))
                    .orElse(Validators.NONE));
  }

  /// A snapshot as the API shows it, or problem `snapshot-not-found`.
  public Uni<SnapshotView> view(UUID workspaceId, UUID id) {
    return transactions.in(
        workspaceId,
        _ ->
            repository
                .byId(id)
                .map(found -> found.orElseThrow(() -> missing(id)))
                .chain(snapshot -> views.of(List.of(snapshot)))
                .map(List::getFirst));
  }

  private static ProblemException missing(UUID id) {
    return Problems.notFound("snapshot-not-found", "No snapshot " + id + ".");
  }

  /// Whether [#store] would keep the page now. Another visit may change the answer meanwhile.
  public Uni<Boolean> wouldKeep(Attempt attempt, FetchedPage page) {
    return transactions.in(
        attempt.workspaceId(),
        _ ->
            repository
                .latest(attempt.request().sourceId())
                .chain(
                    latest ->
                        latest
                            .filter(known -> known.bodySha256.equals(page.sha256()))
                            .map(this::awaitsConfirmation)
                            .orElseGet(() -> Uni.createFrom().item(true))));
  }

  /// Stores the page when it differs from the source's last snapshot, and once more when it shows
  /// its last change a second time. Its body must be in the blob store already. The job that
  /// processes it is enqueued in the same transaction. Fails with [ProcessQueueFull] when that
  /// queue takes no more.
  public Uni<Keeping> store(Mutiny.Session tx, Attempt attempt, FetchedPage page) {
    return repository
        .latest(attempt.request().sourceId())
        .chain(
            latest -> {
              Snapshot next = SnapshotRows.next(attempt, page, Ids.next(), latest);
              List<ExhibitRow> exhibits = SnapshotRows.exhibits(next, page);
              return latest.filter(known -> known.bodySha256.equals(next.bodySha256)).isEmpty()
                  ? add(tx, next, exhibits, attempt).replaceWith(new Keeping.Changed(next.id))
                  : confirm(tx, attempt, latest.orElseThrow(), next, exhibits);
            });
  }

  /// Whether the source has no snapshot of that time or later, in the caller's transaction.
  public Uni<Boolean> isNewer(UUID sourceId, Instant fetchedAt) {
    return repository
        .latest(sourceId)
        .map(latest -> latest.map(known -> known.fetchedAt.isBefore(fetchedAt)).orElse(true));
  }

  /// The same for a server that says nothing changed and therefore sends no body.
  public Uni<Keeping> storeUnmodified(
      Mutiny.Session tx, Attempt attempt, int httpStatus, Instant now) {
    return repository
        .latest(attempt.request().sourceId())
        .chain(
            latest ->
                latest
                    .map(
                        known -> {
                          Snapshot next = SnapshotRows.repeated(known, Ids.next(), httpStatus, now);
                          return blobs
                              .touch(tx, known.bodySha256)
                              .chain(
                                  () ->
                                      confirm(
                                          tx,
                                          attempt,
                                          known,
                                          next,
                                          List.of(SnapshotRows.raw(next))));
                        })
                    .orElseGet(() -> Uni.createFrom().item(new Keeping.Nothing())));
  }

  private Uni<Keeping> confirm(
      Mutiny.Session tx,
      Attempt attempt,
      Snapshot latest,
      Snapshot next,
      List<ExhibitRow> exhibits) {
    return awaitsConfirmation(latest)
        .chain(
            awaits ->
                awaits
                    ? add(tx, next, exhibits, attempt).replaceWith(new Keeping.Standing(next.id))
                    : Uni.createFrom().item(new Keeping.Nothing()));
  }

  /// A baseline changed nothing, and a snapshot equal to the one before it has confirmed already.
  private Uni<Boolean> awaitsConfirmation(Snapshot latest) {
    UUID previous = latest.previousSnapshotId;
    return previous == null
        ? Uni.createFrom().item(false)
        : repository
            .byId(previous)
            .map(known -> known.filter(it -> it.bodySha256.equals(latest.bodySha256)).isEmpty());
  }

  private Uni<Void> add(
      Mutiny.Session tx, Snapshot snapshot, List<ExhibitRow> exhibits, Attempt attempt) {
    return tx.persist(snapshot)
        .call(tx::flush)
        .call(() -> tx.persistAll(exhibits.toArray()))
        .call(tx::flush)
        .chain(() -> queue.enqueue(tx, processing(snapshot, attempt)))
        .invoke(Snapshots::requireAccepted)
        .invoke(() -> live.publish(snapshot.workspaceId, "snapshot.created", snapshot.id))
        .replaceWithVoid();
  }

  private static void requireAccepted(Enqueued enqueued) {
    switch (enqueued) {
      case Enqueued.Added _, Enqueued.Duplicate _ -> {}
      case Enqueued.Rejected(String reason) -> throw new ProcessQueueFull(reason);
    }
  }

  private static NewJob processing(Snapshot snapshot, Attempt attempt) {
    ProcessSnapshot message = SnapshotRows.message(snapshot, attempt.request());
    return NewJob.of(ProcessSnapshot.QUEUE, ProcessSnapshot.KIND, snapshot.workspaceId, message)
        .dedup(snapshot.id.toString());
  }
}
