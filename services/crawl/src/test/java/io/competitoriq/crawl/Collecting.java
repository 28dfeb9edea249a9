package io.competitoriq.crawl;

import io.competitoriq.http.Ids;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.jobs.LeaseLost;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.messages.Collector;
import io.competitoriq.messages.Rendering;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.messages.VisitReason;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.competitoriq.testkit.TestDatabase;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/// Runs the handler as a worker would, with the engine's part reduced to "commit in one
/// transaction".
@ApplicationScoped
class Collecting {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final AtomicLong JOB_IDS = new AtomicLong(1_000_000);

  private final CollectSourceHandler handler;
  private final WorkspaceTransactions transactions;

  Collecting(CollectSourceHandler handler, WorkspaceTransactions transactions) {
    this.handler = handler;
    this.transactions = transactions;
  }

  /// A source of its own in a workspace of its own.
  static Job<CollectSource> job(URI url, Collector collector) {
    return job(Ids.next(), Ids.next(), url, collector);
  }

  static Job<CollectSource> job(URI url) {
    return job(url, Collector.BUILTIN);
  }

  static Job<CollectSource> job(UUID workspace, UUID source, URI url, Collector collector) {
    return job(workspace, source, url, collector, Map.of());
  }

  static Job<CollectSource> job(
      UUID workspace, UUID source, URI url, Collector collector, Map<String, Object> options) {
    CollectSource request =
        new CollectSource(
            UUID.nameUUIDFromBytes(workspace.toString().getBytes(StandardCharsets.UTF_8)),
            source,
            url,
            SourceKind.PRICING,
            collector,
            Instant.now(),
            VisitReason.SCHEDULED,
            Rendering.AUTO,
            options);
    return new Job<>(
        JOB_IDS.incrementAndGet(),
        CollectSource.QUEUE,
        CollectSource.KIND,
        workspace,
        request,
        1,
        5,
        "");
  }

  /// The next visit of the same source.
  static Job<CollectSource> again(Job<CollectSource> job) {
    return job(
        job.workspaceId(),
        job.payload().sourceId(),
        job.payload().url(),
        job.payload().collector(),
        job.payload().options());
  }

  /// The same job for a source with another wish about the browser.
  static Job<CollectSource> rendering(Rendering wish, Job<CollectSource> job) {
    CollectSource it = job.payload();
    CollectSource other =
        new CollectSource(
            it.competitorId(),
            it.sourceId(),
            it.url(),
            it.kind(),
            it.collector(),
            it.slot(),
            it.reason(),
            wish,
            it.options());
    return new Job<>(
        JOB_IDS.incrementAndGet(), job.queue(), job.kind(), job.workspaceId(), other, 1, 5, "");
  }

  JobOutcome run(Job<CollectSource> job) {
    return handler.handle(job, new Committing(job.workspaceId(), false)).await().atMost(PATIENCE);
  }

  /// Begins it and leaves the rest to the caller.
  Uni<JobOutcome> start(Job<CollectSource> job) {
    return handler.handle(job, new Committing(job.workspaceId(), false));
  }

  /// Runs it for a worker that has lost its lease when it wants to commit.
  JobOutcome runAsZombie(Job<CollectSource> job) {
    return handler.handle(job, new Committing(job.workspaceId(), true)).await().atMost(PATIENCE);
  }

  static long snapshots(Job<CollectSource> job) {
    return count("crawl.snapshot", job);
  }

  static long visits(Job<CollectSource> job) {
    return count("crawl.visit", job);
  }

  static long processJobs(Job<CollectSource> job) {
    return TestDatabase.queryLong(
        "select count(*) from jobs.job where queue = 'process-jobs' and workspace_id = '%s'"
            .formatted(job.workspaceId()));
  }

  /// A column of the source's last visit, as text.
  static String lastVisit(Job<CollectSource> job, String column) {
    return String.valueOf(
        TestDatabase.queryOne(
            "select %s from crawl.visit where source_id = '%s' order by finished_at desc, id desc limit 1"
                .formatted(column, job.payload().sourceId())));
  }

  private static long count(String table, Job<CollectSource> job) {
    return TestDatabase.queryLong(
        "select count(*) from %s where source_id = '%s'"
            .formatted(table, job.payload().sourceId()));
  }

  private final class Committing implements JobContext {
    private final UUID workspace;
    private final boolean zombie;

    Committing(UUID workspace, boolean zombie) {
      this.workspace = workspace;
      this.zombie = zombie;
    }

    @Override
    public Uni<JobOutcome> commit(Function<Mutiny.Session, Uni<?>> effects) {
      return transactions.in(workspace, tx -> effects.apply(tx).chain(_ -> complete()));
    }

    private Uni<JobOutcome> complete() {
      return zombie
          ? Uni.createFrom().failure(new LeaseLost(0))
          : Uni.createFrom().item(new JobOutcome.Completed());
    }

    @Override
    public <T> Uni<T> compute(Callable<T> work) {
      return Uni.createFrom()
          .item(Unchecked.supplier(work::call))
          .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    @Override
    public void progress(int percent) {}

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
