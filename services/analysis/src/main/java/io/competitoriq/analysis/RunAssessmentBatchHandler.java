package io.competitoriq.analysis;

import io.competitoriq.analysis.batch.BatchRun;
import io.competitoriq.analysis.batch.BatchRun.Step;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobHandler;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.messages.RunAssessmentBatch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// A batch of assessments is handed over, looked after, and its answers laid beside their signals.
@ApplicationScoped
class RunAssessmentBatchHandler implements JobHandler<RunAssessmentBatch> {

  private final BatchRun run;

  RunAssessmentBatchHandler(BatchRun run) {
    this.run = run;
  }

  @Override
  public String queue() {
    return RunAssessmentBatch.QUEUE;
  }

  @Override
  public String kind() {
    return RunAssessmentBatch.KIND;
  }

  @Override
  public Class<RunAssessmentBatch> payloadType() {
    return RunAssessmentBatch.class;
  }

  @Override
  public Uni<JobOutcome> handle(Job<RunAssessmentBatch> job, JobContext context) {
    return run.next(job.workspaceId(), job.payload().batchId())
        .chain(step -> conclude(job, context, step));
  }

  private Uni<JobOutcome> conclude(Job<RunAssessmentBatch> job, JobContext context, Step step) {
    return switch (step) {
      case Step.Nothing _ -> Uni.createFrom().item(new JobOutcome.Completed());
      case Step.Wait wait ->
          Uni.createFrom().item(new JobOutcome.Snoozed(wait.after(), wait.reason()));
      case Step.Again again when job.lastAttempt() ->
          run.giveUp(job.workspaceId(), job.payload().batchId(), again.reason())
              .replaceWith(new JobOutcome.Discarded(again.reason()));
      case Step.Again again ->
          Uni.createFrom()
              .item(new JobOutcome.Retryable(again.reason(), again.after().orElse(null)));
      case Step.Over over -> context.commit(tx -> run.close(tx, over));
    };
  }
}
