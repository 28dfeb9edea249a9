package io.competitoriq.jobs.worker;

import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.jobs.JobOutcome.Completed;
import io.competitoriq.jobs.LeaseLost;
import io.competitoriq.jobs.ledger.Fence;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/// What one start of a job may ask for: its commit goes through the fence.
final class LeasedContext implements JobContext {

  private final RunningJob job;
  private final WorkspaceTransactions transactions;
  private final Fence fence;

  LeasedContext(RunningJob job, WorkspaceTransactions transactions, Fence fence) {
    this.job = job;
    this.transactions = transactions;
    this.fence = fence;
  }

  @Override
  public Uni<JobOutcome> commit(Function<Mutiny.Session, Uni<?>> effects) {
    return job.context()
        .run(
            () ->
                job.isOver()
                    ? Uni.createFrom().failure(new LeaseLost(job.claimed().id()))
                    : transactions
                        .in(job.claimed().workspaceId(), session -> fenced(session, effects))
                        .invoke(job::markCommitted));
  }

  private Uni<JobOutcome> fenced(Mutiny.Session session, Function<Mutiny.Session, Uni<?>> effects) {
    return effects
        .apply(session)
        .chain(_ -> session.flush())
        .chain(() -> fence.complete(session, job.claimed()))
        .replaceWith(new Completed());
  }

  @Override
  public <T> Uni<T> compute(Callable<T> work) {
    return job.context().compute(job.computation().tracked(work));
  }

  @Override
  public void progress(int percent) {
    job.progress(percent);
  }

  @Override
  public boolean cancelled() {
    return job.isOver();
  }
}
