package io.competitoriq.process.change;

import io.competitoriq.jobs.Enqueued;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.messages.RaiseSignal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Hands confirmed changes on, in the transaction that confirms them; fails it when the next step
/// takes no more work, because a confirmed change without its signal would never be seen.
@ApplicationScoped
class ChangeSignals {

  private final JobQueue queue;

  ChangeSignals(JobQueue queue) {
    this.queue = queue;
  }

  Uni<Void> raise(Mutiny.Session session, UUID workspaceId, List<StoredChange> confirmed) {
    List<NewJob> jobs = confirmed.stream().map(row -> job(workspaceId, row)).toList();
    return jobs.isEmpty()
        ? Uni.createFrom().voidItem()
        : queue.enqueueAll(session, jobs).invoke(ChangeSignals::requireTaken).replaceWithVoid();
  }

  private static void requireTaken(List<Enqueued> answers) {
    for (Enqueued answer : answers) {
      if (answer instanceof Enqueued.Rejected(String reason)) {
        throw new SignalQueueFull(reason);
      }
    }
  }

  private static NewJob job(UUID workspaceId, StoredChange row) {
    RaiseSignal signal =
        new RaiseSignal(
            row.competitorId,
            row.sourceId,
            row.id,
            row.toDocumentId,
            URI.create(row.url),
            row.sourceKind,
            row.pageTitle,
            row.occurredAt,
            row.content.facts(),
            row.content.texts());
    return NewJob.of(RaiseSignal.QUEUE, RaiseSignal.KIND, workspaceId, signal)
        .dedup(row.id.toString());
  }
}
