package io.competitoriq.crawl;

import io.competitoriq.blobs.BlobStore;
import io.competitoriq.crawl.fetch.FetchedPage;
import io.competitoriq.crawl.snapshot.Snapshots;
import io.competitoriq.crawl.visit.Attempt;
import io.competitoriq.crawl.visit.Visits;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.jobs.admin.WorkspaceJobs;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.messages.Collector;
import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.messages.Rendering;
import io.competitoriq.messages.ReplayPages;
import io.competitoriq.messages.VisitReason;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Keeps what pages of demo data said at past times, a version of all of them after the other: what
/// comes next is compared with what has been read.
@ApplicationScoped
class PastVersions {

  private static final int OK = 200;

  private final BlobStore blobs;
  private final Snapshots snapshots;
  private final Visits visits;
  private final WorkspaceJobs jobs;
  private final JobQueue queue;
  private final WorkspaceTransactions transactions;

  PastVersions(
      BlobStore blobs,
      Snapshots snapshots,
      Visits visits,
      WorkspaceJobs jobs,
      JobQueue queue,
      WorkspaceTransactions transactions) {
    this.blobs = blobs;
    this.snapshots = snapshots;
    this.visits = visits;
    this.jobs = jobs;
    this.queue = queue;
    this.transactions = transactions;
  }

  /// One version of one page, as a visit would have brought it.
  record Past(Attempt attempt, FetchedPage page) {}

  /// Whether everything kept so far has been read.
  Uni<Boolean> areRead(UUID workspaceId) {
    return transactions
        .in(workspaceId, tx -> jobs.open(tx, workspaceId, ProcessSnapshot.KIND))
        .map(open -> !open);
  }

  /// The versions that the job is about.
  Uni<List<Past>> of(Job<ReplayPages> job) {
    int version = job.payload().version();
    return Multi.createFrom()
        .iterable(job.payload().pages())
        .filter(page -> page.versions().size() > version)
        .onItem()
        .transformToUniAndConcatenate(page -> past(job, page, page.versions().get(version)))
        .collect()
        .asList();
  }

  private Uni<Past> past(Job<ReplayPages> job, ReplayPages.Page page, ReplayPages.Version version) {
    var request =
        new CollectSource(
            page.competitorId(),
            page.sourceId(),
            page.url(),
            page.kind(),
            Collector.BUILTIN,
            version.fetchedAt(),
            VisitReason.SCHEDULED,
            Rendering.NEVER,
            Map.of());
    var attempt =
        new Attempt(job.workspaceId(), request, job.id(), job.attempt(), version.fetchedAt());
    return blobs
        .get(version.bodySha256())
        .map(
            body ->
                new Past(
                    attempt,
                    new FetchedPage(
                        page.url(),
                        page.url(),
                        OK,
                        "text/html",
                        "UTF-8",
                        Map.of(),
                        Buffer.buffer(body),
                        version.bodySha256(),
                        version.fetchedAt())));
  }

  /// Keeps them and orders the next ones, in the caller's transaction. What is known already, or
  /// older than what is, changes nothing.
  Uni<Void> keep(Mutiny.Session tx, Job<ReplayPages> job, List<Past> versions) {
    if (versions.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    ReplayPages next = job.payload().next();
    return Multi.createFrom()
        .iterable(versions)
        .onItem()
        .transformToUniAndConcatenate(past -> keep(tx, past).replaceWith(past))
        .collect()
        .last()
        .chain(
            () ->
                queue.enqueue(
                    tx,
                    NewJob.of(ReplayPages.QUEUE, ReplayPages.KIND, job.workspaceId(), next)
                        .dedup("replay " + job.workspaceId() + " " + next.version())))
        .replaceWithVoid();
  }

  private Uni<Void> keep(Mutiny.Session tx, Past past) {
    return snapshots
        .isNewer(past.attempt.request().sourceId(), past.page.fetchedAt())
        .chain(newer -> newer ? store(tx, past) : Uni.createFrom().voidItem());
  }

  private Uni<Void> store(Mutiny.Session tx, Past past) {
    return snapshots
        .store(tx, past.attempt, past.page)
        .map(keeping -> Conclusions.ending(keeping, OK, past.page.body().length()))
        .chain(ending -> visits.recordPast(tx, past.attempt, ending));
  }
}
