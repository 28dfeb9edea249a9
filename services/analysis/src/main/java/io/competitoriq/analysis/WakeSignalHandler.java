package io.competitoriq.analysis;

import io.competitoriq.analysis.signal.SignalTriage;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobHandler;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.messages.WakeSignal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// A snoozed signal whose time has come is new again.
@ApplicationScoped
class WakeSignalHandler implements JobHandler<WakeSignal> {

  private final SignalTriage triage;

  WakeSignalHandler(SignalTriage triage) {
    this.triage = triage;
  }

  @Override
  public String queue() {
    return WakeSignal.QUEUE;
  }

  @Override
  public String kind() {
    return WakeSignal.KIND;
  }

  @Override
  public Class<WakeSignal> payloadType() {
    return WakeSignal.class;
  }

  @Override
  public Uni<JobOutcome> handle(Job<WakeSignal> job, JobContext context) {
    return context.commit(_ -> triage.wake(job.workspaceId(), job.payload().signalId()));
  }
}
