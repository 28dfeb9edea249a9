package io.competitoriq.analysis;

import io.competitoriq.analysis.signal.SignalDraft;
import io.competitoriq.analysis.signal.Signals;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobHandler;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.messages.RaiseSignal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// A confirmed change becomes one signal that people see at once, and an order for its assessment.
@ApplicationScoped
class RaiseSignalHandler implements JobHandler<RaiseSignal> {

  private final Signals signals;

  RaiseSignalHandler(Signals signals) {
    this.signals = signals;
  }

  @Override
  public String queue() {
    return RaiseSignal.QUEUE;
  }

  @Override
  public String kind() {
    return RaiseSignal.KIND;
  }

  @Override
  public Class<RaiseSignal> payloadType() {
    return RaiseSignal.class;
  }

  /// Comparing long texts word by word is work for a worker thread, before any session is open.
  @Override
  public Uni<JobOutcome> handle(Job<RaiseSignal> job, JobContext context) {
    return context
        .compute(() -> SignalDraft.of(job.payload()))
        .chain(draft -> context.commit(tx -> signals.raise(tx, job.workspaceId(), draft)));
  }
}
