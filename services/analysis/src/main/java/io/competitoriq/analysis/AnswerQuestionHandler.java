package io.competitoriq.analysis;

import io.competitoriq.analysis.ask.Wording;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobHandler;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.messages.AnswerQuestion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// An answer from extracts gets a model's words, held against the same sources, or the reason why
/// there are none.
@ApplicationScoped
class AnswerQuestionHandler implements JobHandler<AnswerQuestion> {

  private final Wording wording;

  AnswerQuestionHandler(Wording wording) {
    this.wording = wording;
  }

  @Override
  public String queue() {
    return AnswerQuestion.QUEUE;
  }

  @Override
  public String kind() {
    return AnswerQuestion.KIND;
  }

  @Override
  public Class<AnswerQuestion> payloadType() {
    return AnswerQuestion.class;
  }

  @Override
  public Uni<JobOutcome> handle(Job<AnswerQuestion> job, JobContext context) {
    return wording
        .of(job.workspaceId(), job.payload())
        .chain(result -> conclude(job, context, result));
  }

  private Uni<JobOutcome> conclude(
      Job<AnswerQuestion> job, JobContext context, Wording.Result result) {
    return switch (result) {
      case Wording.Result.Nothing _ -> Uni.createFrom().item(new JobOutcome.Completed());
      case Wording.Result.Final ending ->
          context.commit(tx -> wording.settle(tx, job.workspaceId(), ending));
      case Wording.Result.Again again ->
          job.lastAttempt()
              ? wording
                  .giveUp(job.workspaceId(), again)
                  .replaceWith(new JobOutcome.Discarded(again.reason()))
              : Uni.createFrom()
                  .item(new JobOutcome.Retryable(again.reason(), again.after().orElse(null)));
    };
  }
}
