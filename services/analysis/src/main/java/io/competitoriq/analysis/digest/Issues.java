package io.competitoriq.analysis.digest;

import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.messages.CompileDigest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Keeps the ledger's order for a digest's next edition in step with the digest.
@ApplicationScoped
class Issues {

  private final JobQueue jobs;
  private final Clock clock;

  Issues(JobQueue jobs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  /// The edition is out: the next one begins where it ended. Times that passed while nothing ran
  /// are told by one edition, not by one each.
  Uni<Void> scheduleNext(Mutiny.Session tx, Digest row, Instant dueAt) {
    Instant now = clock.instant();
    row.toldUntil = dueAt;
    row.nextAt = row.cadence.next(dueAt.isAfter(now) ? dueAt : now);
    return tx.flush().chain(() -> order(tx, row.workspaceId, row.id, row.nextAt));
  }

  /// After a person wrote the digest: a pause forgets how far it told, an edition that is due at
  /// another time than before is ordered anew. The order of the old time finds nothing to do.
  void reconsider(Digest row, @Nullable Cadence was) {
    if (!row.enabled) {
      row.nextAt = null;
      row.toldUntil = null;
    } else if (row.nextAt == null || !row.cadence.equals(was)) {
      row.nextAt = row.cadence.next(clock.instant());
    }
  }

  /// Orders the next edition, unless it is ordered already.
  Uni<Void> order(Mutiny.Session tx, Digest row) {
    return order(tx, row.workspaceId, row.id, row.nextAt);
  }

  private Uni<Void> order(
      Mutiny.Session tx, UUID workspaceId, UUID digestId, @Nullable Instant dueAt) {
    if (dueAt == null) {
      return Uni.createFrom().voidItem();
    }
    var job =
        NewJob.of(
                CompileDigest.QUEUE,
                CompileDigest.KIND,
                workspaceId,
                new CompileDigest(digestId, dueAt))
            .dedup("edition " + digestId + " " + dueAt)
            .runAt(dueAt);
    return jobs.enqueue(tx, job).replaceWithVoid();
  }
}
