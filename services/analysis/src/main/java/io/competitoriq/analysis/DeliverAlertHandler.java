package io.competitoriq.analysis;

import io.competitoriq.analysis.channel.ChannelKind;
import io.competitoriq.analysis.channel.Channels;
import io.competitoriq.analysis.channel.Handover;
import io.competitoriq.analysis.channel.Receivers;
import io.competitoriq.analysis.delivery.Deliveries;
import io.competitoriq.analysis.delivery.Deliveries.Due;
import io.competitoriq.analysis.digest.EditionMails;
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
import java.util.UUID;

/// A message is handed to its channel until the receiver has it, or for good not.
@ApplicationScoped
class DeliverAlertHandler implements JobHandler<DeliverAlert> {

  private final Deliveries deliveries;
  private final Channels channels;
  private final Receivers receivers;
  private final EditionMails mails;
  private final Clock clock;

  DeliverAlertHandler(
      Deliveries deliveries,
      Channels channels,
      Receivers receivers,
      EditionMails mails,
      Clock clock) {
    this.deliveries = deliveries;
    this.channels = channels;
    this.receivers = receivers;
    this.mails = mails;
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
    return hand(job.workspaceId(), due)
        .onFailure(SealBroken.class)
        .recoverWithUni(broken -> refused("The channel's secret: " + broken.getMessage() + "."))
        .chain(
            outcome ->
                conclude(job, context, due, outcome, Duration.between(start, clock.instant())));
  }

  private Uni<Handover> hand(UUID workspaceId, Due due) {
    UUID channelId = due.channelId();
    if (channelId == null) {
      return mail(workspaceId, String.join(",", due.recipients()), due);
    }
    return channels
        .open(workspaceId, channelId)
        .chain(
            open ->
                open.map(channel -> hand(workspaceId, channel, due))
                    .orElseGet(() -> refused("The channel was removed.")));
  }

  private Uni<Handover> hand(UUID workspaceId, Channels.Open channel, Due due) {
    return channel.kind() == ChannelKind.EMAIL && due.message().edition() != null
        ? mail(workspaceId, channel.target(), due)
        : receivers.hand(workspaceId, channel, due.id(), due.message());
  }

  /// An edition is mailed whole, anything else in the words of its message.
  private Uni<Handover> mail(UUID workspaceId, String to, Due due) {
    return mails
        .of(workspaceId, due.message())
        .chain(text -> receivers.mail(workspaceId, to, due.id(), text));
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
