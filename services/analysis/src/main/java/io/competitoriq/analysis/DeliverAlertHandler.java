package io.competitoriq.analysis;

import io.competitoriq.analysis.channel.Channels;
import io.competitoriq.analysis.channel.Handover;
import io.competitoriq.analysis.channel.Receivers;
import io.competitoriq.analysis.delivery.Deliveries;
import io.competitoriq.analysis.delivery.Deliveries.Due;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobHandler;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.messages.DeliverAlert;
import io.competitoriq.seal.SealBroken;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// A message is handed to its channel until the receiver has it, or for good not.
@ApplicationScoped
class DeliverAlertHandler implements JobHandler<DeliverAlert> {

  private final Deliveries deliveries;
  private final Channels channels;
  private final Receivers receivers;
  private final Clock clock;

  DeliverAlertHandler(Deliveries deliveries, Channels channels, Receivers receivers, Clock clock) {
    this.deliveries = deliveries;
    this.channels = channels;
    this.receivers = receivers;
    this.clock = clock;
  }

  @Override
  public String queue() {
    return DeliverAlert.QUEUE;
  }

  @Override
  public String kind() {
    return DeliverAlert.KIND;
  }

  @Override
  public Class<DeliverAlert> payloadType() {
    return DeliverAlert.class;
  }

  @Override
  public Uni<JobOutcome> handle(Job<DeliverAlert> job, JobContext context) {
    return deliveries
        .due(job.workspaceId(), job.payload().deliveryId())
        .chain(
            due ->
                due.map(found -> deliver(job, context, found))
                    .orElseGet(() -> Uni.createFrom().item(new JobOutcome.Completed())));
  }

  private Uni<JobOutcome> deliver(Job<DeliverAlert> job, JobContext context, Due due) {
    Instant start = clock.instant();
    return channels
        .open(job.workspaceId(), due.channelId())
        .chain(
            open ->
                open.map(
                        channel ->
                            receivers.hand(job.workspaceId(), channel, due.id(), due.message()))
                    .orElseGet(() -> refused("The channel was removed.")))
        .onFailure(SealBroken.class)
        .recoverWithUni(broken -> refused("The channel's secret: " + broken.getMessage() + "."))
        .chain(
            outcome ->
                conclude(job, context, due, outcome, Duration.between(start, clock.instant())));
  }

  private Uni<JobOutcome> conclude(
      Job<DeliverAlert> job, JobContext context, Due due, Handover outcome, Duration latency) {
    return switch (outcome) {
      case Handover.Later later ->
          deliveries
              .note(job.workspaceId(), due.id(), later, latency, job.lastAttempt())
              .replaceWith(new JobOutcome.Retryable(later.detail(), later.after()));
      case Handover.Accepted accepted ->
          context.commit(
              _ -> deliveries.note(job.workspaceId(), due.id(), accepted, latency, true));
      case Handover.Refused refused ->
          context.commit(_ -> deliveries.note(job.workspaceId(), due.id(), refused, latency, true));
    };
  }

  private static Uni<Handover> refused(String detail) {
    return Uni.createFrom().item(new Handover.Refused(null, detail, false));
  }
}
