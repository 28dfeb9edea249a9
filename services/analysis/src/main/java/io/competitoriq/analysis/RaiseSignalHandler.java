package io.competitoriq.analysis;

import io.competitoriq.analysis.alert.Alerts;
import io.competitoriq.analysis.signal.Raised;
import io.competitoriq.analysis.signal.SignalDraft;
import io.competitoriq.analysis.signal.Signals;
import io.competitoriq.analysis.story.Stories;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobHandler;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.messages.RaiseSignal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// A confirmed change becomes one signal that people see at once, in its story, with an order for
/// its assessment and for what alert rules have to say.
@ApplicationScoped
class RaiseSignalHandler implements JobHandler<RaiseSignal> {

  private final Signals signals;

  private final Stories stories;
  private final Alerts alerts;

  RaiseSignalHandler(Signals signals, Stories stories, Alerts alerts) {
    this.signals = signals;
    this.stories = stories;
    this.alerts = alerts;
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
        .chain(draft -> context.commit(tx -> raise(tx, job.workspaceId(), draft)));
  }

  private Uni<Void> raise(Mutiny.Session tx, UUID workspaceId, SignalDraft draft) {
    return stories
        .queueUp(tx, workspaceId)
        .chain(() -> signals.raise(tx, workspaceId, draft))
        .chain(
            raised ->
                raised
                    .map(signal -> follow(tx, workspaceId, draft, signal))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> follow(Mutiny.Session tx, UUID workspaceId, SignalDraft draft, Raised signal) {
    return stories
        .place(tx, workspaceId, signal.signalId(), draft.change())
        .chain(() -> alerts.consider(tx, workspaceId, signal));
  }
}
