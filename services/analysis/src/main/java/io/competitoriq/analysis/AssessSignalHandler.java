package io.competitoriq.analysis;

import io.competitoriq.analysis.assessment.Assessments;
import io.competitoriq.analysis.assessment.Assessor;
import io.competitoriq.analysis.assessment.Subject;
import io.competitoriq.analysis.assessment.Verdict;
import io.competitoriq.analysis.signal.Signals;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobHandler;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.messages.AssessSignal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// A visible signal gets a model's assessment laid beside it, or the reason why there is none.
@ApplicationScoped
class AssessSignalHandler implements JobHandler<AssessSignal> {

  private final Signals signals;
  private final Assessor assessor;
  private final Assessments assessments;

  AssessSignalHandler(Signals signals, Assessor assessor, Assessments assessments) {
    this.signals = signals;
    this.assessor = assessor;
    this.assessments = assessments;
  }

  @Override
  public String queue() {
    return AssessSignal.QUEUE;
  }

  @Override
  public String kind() {
    return AssessSignal.KIND;
  }

  @Override
  public Class<AssessSignal> payloadType() {
    return AssessSignal.class;
  }

  @Override
  public Uni<JobOutcome> handle(Job<AssessSignal> job, JobContext context) {
    return signals
        .subject(job.workspaceId(), job.payload().signalId())
        .chain(
            subject ->
                subject
                    .map(found -> assess(job, context, found))
                    .orElseGet(() -> answer(new JobOutcome.Discarded("the signal is gone"))));
  }

  private Uni<JobOutcome> assess(Job<AssessSignal> job, JobContext context, Subject subject) {
    return assessor
        .assess(job.workspaceId(), subject, job.payload().promptVersion())
        .chain(verdict -> conclude(job, context, verdict));
  }

  private Uni<JobOutcome> conclude(Job<AssessSignal> job, JobContext context, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Already _ -> answer(new JobOutcome.Completed());
      case Verdict.Settled settled ->
          context.commit(_ -> assessments.settle(job.workspaceId(), settled));
      case Verdict.Later later ->
          assessments
              .postpone(job.workspaceId(), later, job.lastAttempt())
              .replaceWith(new JobOutcome.Retryable(later.reason(), later.after().orElse(null)));
      case Verdict.Paused paused ->
          assessments
              .await(job.workspaceId(), paused)
              .replaceWith(new JobOutcome.Snoozed(paused.after(), paused.reason()));
    };
  }

  private static Uni<JobOutcome> answer(JobOutcome outcome) {
    return Uni.createFrom().item(outcome);
  }
}
