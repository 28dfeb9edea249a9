package io.competitoriq.jobs.enqueue;

import io.competitoriq.jobs.Enqueued;
import io.competitoriq.jobs.Enqueued.Added;
import io.competitoriq.jobs.Enqueued.Duplicate;
import io.competitoriq.jobs.Enqueued.Rejected;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.JobsConfig;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.jobs.control.Controls;
import io.competitoriq.jobs.enqueue.EnqueueStatement.Inserted;
import io.competitoriq.jobs.ledger.Ticket;
import io.competitoriq.jobs.meters.QueueMeters;
import io.competitoriq.jobs.tickets.FastPath;
import io.competitoriq.telemetry.TraceContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Jobs into the ledger in the caller's transaction; the commit then wakes workers.
@ApplicationScoped
class LedgerJobQueue implements JobQueue {

  private static final int PER_STATEMENT = 1000;
  private static final String DRAINING =
      "%s is being drained by an operator and takes no new job;"
          + " DELETE /api/v1/queues/%s/drain opens it again";

  private final EnqueueStatement statement;
  private final Batches batches;
  private final QueueDepths depths;
  private final JobsConfig config;
  private final Controls controls;
  private final QueueMeters meters;
  private final Clock clock;
  private final FastPath fastPath;

  LedgerJobQueue(
      EnqueueStatement statement,
      Batches batches,
      QueueDepths depths,
      JobsConfig config,
      Controls controls,
      QueueMeters meters,
      Clock clock,
      FastPath fastPath) {
    this.statement = statement;
    this.batches = batches;
    this.depths = depths;
    this.config = config;
    this.controls = controls;
    this.meters = meters;
    this.clock = clock;
    this.fastPath = fastPath;
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
    if (controls.of(queue).draining()) {
      return rejected(jobs, DRAINING.formatted(queue, queue))
          .invoke(outcomes -> outcomes.forEach(outcome -> meters.enqueued(queue, outcome)));
    }
    int most = controls.settings(queue).maxDepth();
    return depths
        .of(tx, queue, most)
        .chain(
            depth ->
                depth + jobs.size() > most
                    ? rejected(jobs, "the queue holds its " + most + " jobs")
                    : insert(tx, jobs, batch, depth < config.ticketWindow()))
        .invoke(outcomes -> outcomes.forEach(outcome -> meters.enqueued(queue, outcome)));
  }

  private static Uni<List<Enqueued>> rejected(List<NewJob> jobs, String why) {
    var refused = new Rejected(why);
    return Uni.createFrom().item(jobs.stream().<Enqueued>map(_ -> refused).toList());
  }

  private Uni<List<Enqueued>> insert(
      Mutiny.Session tx, List<NewJob> jobs, @Nullable Long batch, boolean wake) {
    String trace = TraceContext.current().toHeader();
    return statement
        .insert(tx, jobs, trace, batch)
        .invoke(rows -> announce(jobs, rows, wake))
        .chain(rows -> outcomes(tx, jobs, batch, rows));
  }

  private void announce(List<NewJob> jobs, List<Inserted> rows, boolean wake) {
    List<Ticket> tickets = new ArrayList<>();
    int added = 0;
    for (int i = 0; i < rows.size(); i++) {
      NewJob job = jobs.get(i);
      added += rows.get(i).added() ? 1 : 0;
      if (rows.get(i).added() && !later(job)) {
        String host = job.host() == null ? "" : job.host();
        tickets.add(new Ticket(rows.get(i).id(), job.priority().rank(), host));
      }
    }
    String queue = jobs.getFirst().queue();
    depths.added(queue, added);
    if (wake && !tickets.isEmpty()) {
      boolean polite = controls.settings(queue).hostDelay().isPositive();
      fastPath.afterCommit(queue, polite ? onePerHost(tickets) : tickets);
    }
  }

  /// More would only be turned down: the relay hands them out one after the other.
  private static List<Ticket> onePerHost(List<Ticket> tickets) {
    Set<String> hosts = new HashSet<>();
    return tickets.stream()
        .filter(ticket -> ticket.host().isEmpty() || hosts.add(ticket.host()))
        .toList();
  }

  /// Only saves a useless ticket: the claim asks PostgreSQL's clock.
  private boolean later(NewJob job) {
    return job.runAt() != null && job.runAt().isAfter(clock.instant());
  }

  private Uni<List<Enqueued>> outcomes(
      Mutiny.Session tx, List<NewJob> jobs, @Nullable Long batch, List<Inserted> rows) {
    return Multi.createFrom()
        .range(0, rows.size())
        .onItem()
        .transformToUniAndConcatenate(i -> outcome(tx, jobs.get(i), batch, rows.get(i)))
        .collect()
        .asList();
  }

  private Uni<Enqueued> outcome(Mutiny.Session tx, NewJob job, @Nullable Long batch, Inserted row) {
    if (row.added()) {
      return Uni.createFrom().item(new Added(row.id()));
    }
    // The other job may have ended between the two statements: then ours is new after all.
    return statement
        .existing(tx, job)
        .chain(
            id ->
                id > 0
                    ? Uni.createFrom().<Enqueued>item(new Duplicate(id))
                    : insert(tx, List.of(job), batch, true).map(List::getFirst));
  }
}
