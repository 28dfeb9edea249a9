package io.competitoriq.jobs.enqueue;

import io.competitoriq.jobs.Enqueued;
import io.competitoriq.jobs.Enqueued.Added;
import io.competitoriq.jobs.Enqueued.Duplicate;
import io.competitoriq.jobs.Enqueued.Rejected;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.jobs.control.Controls;
import io.competitoriq.jobs.enqueue.EnqueueStatement.Inserted;
import io.competitoriq.jobs.meters.QueueMeters;
import io.competitoriq.telemetry.TraceContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Jobs into the ledger, in the caller's transaction or in one of their own; the commit then wakes
/// workers.
@ApplicationScoped
class LedgerJobQueue implements JobQueue {

  private static final int PER_STATEMENT = 1000;

  private static final String WAKE =
      """
      update jobs.job set run_at = now(), ticketed_at = null
       where state = 0 and run_at > now() and error = $1
      """;

  private final Pool pool;
  private final EnqueueStatement statement;
  private final LoneJobs lone;
  private final Batches batches;
  private final QueueDepths depths;
  private final Controls controls;
  private final QueueMeters meters;
  private final Hints hints;

  LedgerJobQueue(
      Pool pool,
      EnqueueStatement statement,
      LoneJobs lone,
      Batches batches,
      QueueDepths depths,
      Controls controls,
      QueueMeters meters,
      Hints hints) {
    this.pool = pool;
    this.statement = statement;
    this.lone = lone;
    this.batches = batches;
    this.depths = depths;
    this.controls = controls;
    this.meters = meters;
    this.hints = hints;
  }

  @Override
  public Uni<Enqueued> add(NewJob job) {
    return lone.add(job);
  }

  @Override
  public Uni<Enqueued> enqueue(Mutiny.Session tx, NewJob job) {
    return enqueueAll(tx, List.of(job)).map(List::getFirst);
  }

  @Override
  public Uni<List<Enqueued>> enqueueAll(Mutiny.Session tx, List<NewJob> jobs) {
    return enqueueAll(tx, jobs, null);
  }

  @Override
  public Uni<List<Enqueued>> enqueueBatch(Mutiny.Session tx, List<NewJob> jobs, NewJob then) {
    return batches
        .open(tx, then)
        .chain(
            batch ->
                enqueueAll(tx, jobs, batch)
                    .call(outcomes -> settle(tx, batch, added(outcomes), then)));
  }

  @Override
  public Uni<Integer> wake(String reason) {
    return pool.preparedQuery(WAKE).execute(Tuple.of(reason)).map(SqlResult::rowCount);
  }

  private Uni<?> settle(Mutiny.Session tx, long batch, int added, NewJob then) {
    return added > 0
        ? batches.expect(tx, batch, added)
        : batches.discard(tx, batch).chain(() -> enqueue(tx, then));
  }

  private static int added(List<Enqueued> outcomes) {
    return (int) outcomes.stream().filter(Added.class::isInstance).count();
  }

  private Uni<List<Enqueued>> enqueueAll(
      Mutiny.Session tx, List<NewJob> jobs, @Nullable Long batch) {
    if (jobs.stream().map(NewJob::queue).distinct().count() == 1) {
      return enqueueSome(tx, jobs, batch);
    }
    // Several queues in one call are rare; answers must keep the caller's order.
    return Multi.createFrom()
        .iterable(jobs)
        .onItem()
        .transformToUniAndConcatenate(job -> enqueueSome(tx, List.of(job), batch))
        .onItem()
        .<Enqueued>disjoint()
        .collect()
        .asList();
  }

  private Uni<List<Enqueued>> enqueueSome(
      Mutiny.Session tx, List<NewJob> jobs, @Nullable Long batch) {
    return Multi.createFrom()
        .iterable(jobs)
        .group()
        .intoLists()
        .of(PER_STATEMENT)
        .onItem()
        .transformToUniAndConcatenate(some -> unlessFull(tx, some, batch))
        .onItem()
        .<Enqueued>disjoint()
        .collect()
        .asList();
  }

  private Uni<List<Enqueued>> unlessFull(
      Mutiny.Session tx, List<NewJob> jobs, @Nullable Long batch) {
    String queue = jobs.getFirst().queue();
    return answered(tx, queue, jobs, batch).invoke(outcomes -> meters.enqueued(queue, outcomes));
  }

  private Uni<List<Enqueued>> answered(
      Mutiny.Session tx, String queue, List<NewJob> jobs, @Nullable Long batch) {
    if (controls.of(queue).draining()) {
      return rejected(jobs, Refusals.draining(queue));
    }
    int most = controls.settings(queue).maxDepth();
    Statements statements = Statements.of(tx);
    return depths
        .of(statements, queue, most)
        .chain(
            depth ->
                depth + jobs.size() > most
                    ? rejected(jobs, Refusals.full(most))
                    : insert(statements, rows(jobs), batch, depth));
  }

  private static Uni<List<Enqueued>> rejected(List<NewJob> jobs, Rejected why) {
    return Uni.createFrom().item(jobs.stream().<Enqueued>map(_ -> why).toList());
  }

  private List<JobRow> rows(List<NewJob> jobs) {
    String trace = TraceContext.current().toHeader();
    return jobs.stream().map(job -> statement.row(job, trace)).toList();
  }

  private Uni<List<Enqueued>> insert(
      Statements statements, List<JobRow> rows, @Nullable Long batch, long depth) {
    return statement
        .insert(statements, rows, batch)
        .invoke(inserted -> announce(rows, inserted, depth))
        .chain(inserted -> outcomes(statements, rows, batch, inserted));
  }

  private void announce(List<JobRow> rows, List<Inserted> inserted, long depth) {
    String queue = rows.getFirst().job().queue();
    depths.added(queue, (int) inserted.stream().filter(Inserted::added).count());
    hints.afterCommit(queue, rows, inserted, depth);
  }

  private Uni<List<Enqueued>> outcomes(
      Statements statements, List<JobRow> rows, @Nullable Long batch, List<Inserted> inserted) {
    if (inserted.stream().allMatch(Inserted::added)) {
      return Uni.createFrom()
          .item(inserted.stream().<Enqueued>map(row -> new Added(row.id())).toList());
    }
    return Multi.createFrom()
        .range(0, inserted.size())
        .onItem()
        .transformToUniAndConcatenate(i -> outcome(statements, rows.get(i), batch, inserted.get(i)))
        .collect()
        .asList();
  }

  private Uni<Enqueued> outcome(
      Statements statements, JobRow row, @Nullable Long batch, Inserted inserted) {
    if (inserted.added()) {
      return Uni.createFrom().item(new Added(inserted.id()));
    }
    // The other job may have ended between the two statements: then ours is new after all.
    return statement
        .existing(statements, row.job())
        .chain(
            id ->
                id > 0
                    ? Uni.createFrom().<Enqueued>item(new Duplicate(id))
                    : insert(statements, List.of(row), batch, 0).map(List::getFirst));
  }
}
