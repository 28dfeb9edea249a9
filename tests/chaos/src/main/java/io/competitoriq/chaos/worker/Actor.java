package io.competitoriq.chaos.worker;

import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.jobs.JobOutcome.Discarded;
import io.competitoriq.jobs.JobOutcome.Retryable;
import io.competitoriq.jobs.JobOutcome.Snoozed;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.hibernate.reactive.mutiny.Mutiny;

/// Plays a job's script. Every effect is one row, without a key that would hide a second one.
@ApplicationScoped
class Actor {

  private static final int POISON_EXIT = 13;
  private static final int FAILS = 2;
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final StartLog starts;
  private final WorkspaceTransactions transactions;
  private final JobQueue queue;

  Actor(StartLog starts, WorkspaceTransactions transactions, JobQueue queue) {
    this.starts = starts;
    this.transactions = transactions;
    this.queue = queue;
  }

  Uni<JobOutcome> play(Job<Act> job, JobContext context) {
    starts.begin(job);
    return script(job, context).onTermination().invoke(() -> starts.end(job));
  }

  private Uni<JobOutcome> script(Job<Act> job, JobContext context) {
    return switch (job.payload().script()) {
      case PLAIN -> effect(job, context);
      case SLOW -> later(job).chain(() -> effect(job, context));
      case RETRY ->
          job.attempt() <= FAILS ? outcome(new Retryable("not yet")) : effect(job, context);
      case SNOOZE ->
          firstPause(job)
              .chain(
                  first -> first ? outcome(new Snoozed(PAUSE, "a pause")) : effect(job, context));
      case CHAIN -> context.commit(tx -> write(tx, job).chain(() -> next(tx, job)));
      case FAILING -> outcome(new Retryable("fails always"));
      case HOPELESS -> outcome(new Discarded("cannot succeed"));
      case POISON -> {
        Runtime.getRuntime().halt(POISON_EXIT);
        yield outcome(new Discarded("not reached"));
      }
    };
  }

  private static Uni<Void> later(Job<Act> job) {
    return Uni.createFrom()
        .voidItem()
        .onItem()
        .delayIt()
        .by(Duration.ofMillis(Math.max(1, job.payload().millis())));
  }

  private static Uni<JobOutcome> effect(Job<Act> job, JobContext context) {
    return context.commit(tx -> write(tx, job));
  }

  private static Uni<Integer> write(Mutiny.Session tx, Job<Act> job) {
    return tx.createNativeQuery("insert into chaos.effect (job_id, attempt) values (:id, :attempt)")
        .setParameter("id", job.id())
        .setParameter("attempt", job.attempt())
        .executeUpdate();
  }

  private Uni<?> next(Mutiny.Session tx, Job<Act> job) {
    return queue.enqueue(
        tx,
        NewJob.of(job.queue(), Act.KIND, job.workspaceId(), new Act(Script.PLAIN, 0, job.id())));
  }

  /// Remembered in the database, because a snoozed start is not counted and memory dies.
  private Uni<Boolean> firstPause(Job<Act> job) {
    return transactions.global(
        tx ->
            tx.createNativeQuery(
                    "insert into chaos.snoozed (job_id) values (:id) on conflict do nothing")
                .setParameter("id", job.id())
                .executeUpdate()
                .map(rows -> rows == 1));
  }

  private static Uni<JobOutcome> outcome(JobOutcome outcome) {
    return Uni.createFrom().item(outcome);
  }
}
