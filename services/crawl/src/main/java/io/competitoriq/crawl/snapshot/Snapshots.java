package io.competitoriq.crawl.snapshot;

import io.competitoriq.crawl.fetch.FetchedPage;
import io.competitoriq.crawl.fetch.Validators;
import io.competitoriq.crawl.visit.Attempt;
import io.competitoriq.http.Ids;
import io.competitoriq.jobs.Enqueued;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.jobs.live.LiveEvents;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Keeps pages that differ from what is known, and hands each new one to the next step.
@ApplicationScoped
public class Snapshots {
  private final SnapshotRepository repository;
  private final WorkspaceTransactions transactions;
  private final JobQueue queue;
  private final LiveEvents live;

  Snapshots(
      SnapshotRepository repository,
      WorkspaceTransactions transactions,
      JobQueue queue,
      LiveEvents live) {
    this.repository = repository;
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

  /// Stores the page unless the source's last snapshot has the same body; its body must be in the
  /// blob store already. The job that processes it is enqueued in the same transaction. Fails with
  /// [ProcessQueueFull] when that queue takes no more.
  ///
  /// @return the new snapshot's id; empty when nothing changed
  public Uni<Optional<UUID>> store(Mutiny.Session tx, Attempt attempt, FetchedPage page) {
    return repository
        .latest(attempt.request().sourceId())
        .chain(
            latest ->
                latest.filter(known -> known.bodySha256.equals(page.sha256())).isPresent()
                    ? Uni.createFrom().item(Optional.empty())
                    : add(tx, SnapshotRows.next(attempt, page, Ids.next(), latest), attempt));
  }

  private Uni<Optional<UUID>> add(Mutiny.Session tx, Snapshot snapshot, Attempt attempt) {
    return tx.persist(snapshot)
        .call(tx::flush)
        .chain(() -> queue.enqueue(tx, processing(snapshot, attempt)))
        .map(
            enqueued ->
                switch (enqueued) {
                  case Enqueued.Added _, Enqueued.Duplicate _ -> Optional.of(snapshot.id);
                  case Enqueued.Rejected(String reason) -> throw new ProcessQueueFull(reason);
                })
        .invoke(() -> live.publish(snapshot.workspaceId, "snapshot.created", snapshot.id));
  }

  private static NewJob processing(Snapshot snapshot, Attempt attempt) {
    ProcessSnapshot message = SnapshotRows.message(snapshot, attempt.request());
    return NewJob.of(ProcessSnapshot.QUEUE, ProcessSnapshot.KIND, snapshot.workspaceId, message)
        .dedup(snapshot.id.toString());
  }
}
