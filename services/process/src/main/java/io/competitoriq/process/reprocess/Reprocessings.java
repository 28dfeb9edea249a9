package io.competitoriq.process.reprocess;

import io.competitoriq.http.Ids;
import io.competitoriq.http.Problems;
import io.competitoriq.jobs.Enqueued;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.jobs.Priority;
import io.competitoriq.messages.ReprocessSource;
import io.competitoriq.process.document.Documents;
import io.competitoriq.process.document.Reading;
import io.competitoriq.process.document.Reading.Understood;
import io.competitoriq.process.document.SnapshotReader;
import io.competitoriq.process.document.StoredPages;
import io.competitoriq.process.evidence.Version;
import io.competitoriq.process.fact.Facts;
import io.competitoriq.process.fact.KnownFact;
import io.competitoriq.process.reprocess.Reprocessing.Result;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Reads the latest stored snapshot of sources again with today's extractor. Nothing is crawled and
/// no change is raised: a page that is only read better has not changed.
@ApplicationScoped
public class Reprocessings {

  private final ReprocessingRows rows;
  private final Documents documents;
  private final StoredPages pages;
  private final Facts facts;
  private final JobQueue jobs;
  private final WorkspaceTransactions transactions;

  Reprocessings(
      ReprocessingRows rows,
      Documents documents,
      StoredPages pages,
      Facts facts,
      JobQueue jobs,
      WorkspaceTransactions transactions) {
    this.rows = rows;
    this.documents = documents;
    this.pages = pages;
    this.facts = facts;
    this.jobs = jobs;
    this.transactions = transactions;
  }

  /// One job a source, behind the work of visits.
  ///
  /// @param sourceId null for all sources of the workspace
  Uni<Reprocessing> start(
      UUID workspaceId, UUID memberId, @Nullable UUID sourceId, boolean dryRun) {
    UUID id = Ids.next();
    return transactions.in(
        workspaceId,
        session ->
            rows.sources(session, sourceId)
                .invoke(found -> requireAny(found, sourceId))
                .call(
                    found ->
                        rows.add(
                            session,
                            workspaceId,
                            memberId,
                            id,
                            dryRun,
                            SnapshotReader.VERSION,
                            found.size()))
                .chain(
                    found ->
                        jobs.enqueueAll(
                            session,
                            found.stream()
                                .map(source -> job(workspaceId, id, source, dryRun))
                                .toList()))
                .invoke(Reprocessings::requireAll)
                .chain(() -> rows.find(session, id)));
  }

  private static void requireAll(List<Enqueued> answers) {
    for (Enqueued answer : answers) {
      if (answer instanceof Enqueued.Rejected rejected) {
        throw Problems.unavailable(
            "queue-full", "Nothing was started: " + rejected.reason(), Duration.ofMinutes(1));
      }
    }
  }

  private static void requireAny(List<UUID> sources, @Nullable UUID sourceId) {
    if (sources.isEmpty() && sourceId != null) {
      throw Problems.notFound(
          "no-version-yet",
          "No version of source " + sourceId + " was read yet. Wait for its next visit.");
    }
  }

  private static NewJob job(UUID workspaceId, UUID run, UUID source, boolean dryRun) {
    return NewJob.of(
            ReprocessSource.QUEUE,
            ReprocessSource.KIND,
            workspaceId,
            new ReprocessSource(run, source, dryRun))
        .dedup(run + ":" + source)
        .priority(Priority.LOW);
  }

  Uni<List<ReprocessingHead>> list(UUID workspaceId) {
    return transactions.in(workspaceId, rows::latest);
  }

  Uni<Reprocessing> get(UUID workspaceId, UUID id) {
    return transactions.in(workspaceId, session -> rows.find(session, id));
  }

  /// Reads one source again and keeps the result, all in the job's transaction.
  public Uni<JobOutcome> run(UUID workspaceId, ReprocessSource wanted, JobContext context) {
    return transactions
        .in(workspaceId, _ -> standing(wanted.sourceId()))
        .chain(
            standing ->
                pages
                    .reading(workspaceId, standing.version.documentId())
                    .chain(page -> context.compute(() -> attempt(wanted, standing, page))))
        .chain(attempt -> context.commit(tx -> store(tx, workspaceId, wanted, attempt)));
  }

  private Uni<Standing> standing(UUID sourceId) {
    return documents
        .latest(sourceId)
        .chain(
            latest ->
                facts.current(sourceId).map(known -> new Standing(latest.orElseThrow(), known)));
  }

  private static Attempt attempt(
      ReprocessSource wanted, Standing standing, Optional<StoredPages.Page> page) {
    if (page.isEmpty()) {
      return new Attempt(standing.version, ReprocessState.BODY_GONE, null);
    }
    Reading reading = page.get().reading();
    if (!(reading instanceof Understood understood)) {
      return new Attempt(standing.version, ReprocessState.UNREADABLE, null);
    }
    if (standing.version.extractorVersion() == SnapshotReader.VERSION) {
      return new Attempt(standing.version, ReprocessState.UNCHANGED, null);
    }
    return new Attempt(
        standing.version,
        wanted.dryRun() ? ReprocessState.COMPARED : ReprocessState.APPLIED,
        Reread.of(page.get().snapshot(), understood, standing.facts, Ids.next()));
  }

  private Uni<Integer> store(
      Mutiny.Session session, UUID workspaceId, ReprocessSource wanted, Attempt attempt) {
    Reread reread = attempt.reread;
    if (attempt.state != ReprocessState.APPLIED || reread == null) {
      return rows.finish(session, workspaceId, wanted.runId(), attempt.result(wanted));
    }
    return documents
        .lock(session, wanted.sourceId())
        .chain(() -> documents.latestId(session, wanted.sourceId()))
        .chain(
            latest ->
                latest.equals(Optional.of(attempt.old.documentId()))
                    ? apply(session, workspaceId, reread).replaceWith(attempt)
                    : Uni.createFrom().item(attempt.overtaken()))
        .chain(
            outcome -> rows.finish(session, workspaceId, wanted.runId(), outcome.result(wanted)));
  }

  private Uni<Void> apply(Mutiny.Session session, UUID workspaceId, Reread reread) {
    return documents
        .add(session, workspaceId, reread.version().documentId(), reread.snapshot(), reread.page())
        .chain(
            () ->
                facts.apply(
                    session, workspaceId, reread.snapshot(), reread.version(), reread.update()));
  }

  private record Standing(Version version, List<KnownFact> facts) {}

  /// @param old the version that stood when it began
  private record Attempt(Version old, ReprocessState state, @Nullable Reread reread) {

    Attempt overtaken() {
      return new Attempt(old, ReprocessState.MOVED_ON, null);
    }

    Result result(ReprocessSource wanted) {
      FactDifferences found = reread == null ? FactDifferences.none() : reread.differences();
      return new Result(
          wanted.sourceId(),
          state,
          old.extractorVersion(),
          found.added(),
          found.removed(),
          found.changed(),
          found.samples());
    }
  }
}
