package io.competitoriq.jobs.enqueue;

import io.competitoriq.jobs.Enqueued;
import io.competitoriq.jobs.Enqueued.Added;
import io.competitoriq.jobs.Enqueued.Duplicate;
import io.competitoriq.jobs.Enqueued.Rejected;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.jobs.control.Controls;
import io.competitoriq.jobs.enqueue.EnqueueStatement.Inserted;
import io.competitoriq.jobs.ledger.Gathering;
import io.competitoriq.jobs.meters.QueueMeters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Jobs that belong to no transaction: each is a statement of its own, or shares one with those
/// that come while others are on their way, and so one wait for the disk.
///
/// A job with a key never shares: its insert waits for whoever holds the key, and the others would
/// wait with it. A statement that PostgreSQL refuses for what is in it has added nothing, so each
/// of its jobs gets one of its own; one that is not answered fails all its jobs, and nobody knows
/// what became of them.
@ApplicationScoped
class LoneJobs {

  /// One statement is to stay short: others wait for it.
  private static final int MOST = 200;

  /// Statements of a queue on their way at once: while one waits for the disk the next is executed.
  private static final int AT_ONCE = 2;

  /// Jobs that wait for a statement, of one queue.
  private static final int WAITING = 20_000;

  /// What PostgreSQL says of a statement that is void as a whole: data exception, constraint,
  /// rollback (a deadlock), limit exceeded.
  private static final Set<String> REFUSALS = Set.of("22", "23", "40", "54");

  private final EnqueueStatement statement;
  private final QueueDepths depths;
  private final Controls controls;
  private final QueueMeters meters;
  private final Hints hints;
  private final Statements alone;
  private final Map<String, Gathering<JobRow, Enqueued>> queues = new ConcurrentHashMap<>();

  LoneJobs(
      EnqueueStatement statement,
      QueueDepths depths,
      Controls controls,
      QueueMeters meters,
      Hints hints,
      Pool pool) {
    this.statement = statement;
    this.depths = depths;
    this.controls = controls;
    this.meters = meters;
    this.hints = hints;
    this.alone = Statements.alone(pool.getDelegate());
  }

  /// Answers on the caller's context, once it is durable.
  Uni<Enqueued> add(NewJob job) {
    return Uni.createFrom()
        .deferred(
            () -> {
              JobRow row = statement.row(job);
              return onContext(Vertx.currentContext(), row.isKeyed() ? single(row) : gathered(row));
            });
  }

  private static Uni<Enqueued> onContext(@Nullable Context caller, Uni<Enqueued> added) {
    return caller == null ? added : added.emitOn(answer -> caller.runOnContext(_ -> answer.run()));
  }

  private Uni<Enqueued> gathered(JobRow row) {
    Gathering<JobRow, Enqueued> queue =
        queues.computeIfAbsent(
            row.job().queue(), _ -> new Gathering<>(MOST, AT_ONCE, this::addAll));
    if (queue.waiting() >= WAITING) {
      return Uni.createFrom()
          .item(new Rejected(WAITING + " jobs wait to be added already; try again later"));
    }
    return queue.ask(row).onFailure(LoneJobs::isRefusal).recoverWithUni(() -> single(row));
  }

  private static boolean isRefusal(Throwable failure) {
    return failure instanceof PgException refused
        && refused.getSqlState() != null
        && REFUSALS.contains(refused.getSqlState().substring(0, 2));
  }

  private Uni<Enqueued> single(JobRow row) {
    return addAll(List.of(row)).map(List::getFirst);
  }

  private Uni<List<Enqueued>> addAll(List<JobRow> rows) {
    String queue = rows.getFirst().job().queue();
    return unlessFull(queue, rows).invoke(outcomes -> meters.enqueued(queue, outcomes));
  }

  /// As many as the queue takes, the first ones.
  private Uni<List<Enqueued>> unlessFull(String queue, List<JobRow> rows) {
    if (controls.of(queue).draining()) {
      return Uni.createFrom().item(answers(List.of(), rows.size(), Refusals.draining(queue)));
    }
    int most = controls.settings(queue).maxDepth();
    return depths
        .of(alone, queue, most)
        .chain(
            depth -> {
              int room = (int) Math.clamp(most - depth, 0, rows.size());
              Uni<List<Enqueued>> added =
                  room == 0
                      ? Uni.createFrom().item(List.of())
                      : insert(queue, rows.subList(0, room), depth);
              return added.map(some -> answers(some, rows.size(), Refusals.full(most)));
            });
  }

  private static List<Enqueued> answers(List<Enqueued> first, int all, Rejected rest) {
    List<Enqueued> answers = new ArrayList<>(first);
    while (answers.size() < all) {
      answers.add(rest);
    }
    return answers;
  }

  /// They count as added at once, so that a statement beside this one knows of them.
  private Uni<List<Enqueued>> insert(String queue, List<JobRow> rows, long depth) {
    depths.added(queue, rows.size());
    return statement
        .insert(alone, rows, null)
        .onFailure()
        .invoke(() -> depths.added(queue, -rows.size()))
        .invoke(inserted -> announce(queue, rows, inserted, depth))
        .chain(
            inserted ->
                inserted.getFirst().added()
                    ? Uni.createFrom().item(added(inserted))
                    : existing(queue, rows, depth));
  }

  private void announce(String queue, List<JobRow> rows, List<Inserted> inserted, long depth) {
    depths.added(queue, -(int) inserted.stream().filter(row -> !row.added()).count());
    hints.now(queue, rows, inserted, depth);
  }

  private static List<Enqueued> added(List<Inserted> inserted) {
    return inserted.stream().<Enqueued>map(row -> new Added(row.id())).toList();
  }

  /// Only a job with a key is not added, and it is alone. The other one may have ended between the
  /// two statements: then ours is new after all.
  private Uni<List<Enqueued>> existing(String queue, List<JobRow> keyed, long depth) {
    return statement
        .existing(alone, keyed.getFirst().job())
        .chain(
            id ->
                id > 0
                    ? Uni.createFrom().item(List.<Enqueued>of(new Duplicate(id)))
                    : insert(queue, keyed, depth));
  }
}
