package io.competitoriq.analysis;

import io.competitoriq.analysis.channel.Handover;
import io.competitoriq.analysis.mention.MentionMails;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobHandler;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.messages.MailMention;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Who is named in a comment hears of it by mail.
@ApplicationScoped
class MailMentionHandler implements JobHandler<MailMention> {

  private final MentionMails mails;

  MailMentionHandler(MentionMails mails) {
    this.mails = mails;
  }

  @Override
  public String queue() {
    return MailMention.QUEUE;
  }

  @Override
  public String kind() {
    return MailMention.KIND;
  }

  @Override
  public Class<MailMention> payloadType() {
    return MailMention.class;
  }

  @Override
  public Uni<JobOutcome> handle(Job<MailMention> job, JobContext context) {
    return mails
        .due(job.workspaceId(), job.payload())
        .chain(
            due ->
                due.map(found -> mails.send(job.workspaceId(), found))
                    .orElseGet(() -> Uni.createFrom().item(new Handover.Accepted(null, "Told."))))
        .chain(outcome -> conclude(job, context, outcome));
  }

  private Uni<JobOutcome> conclude(Job<MailMention> job, JobContext context, Handover outcome) {
    return switch (outcome) {
      case Handover.Accepted _ -> context.commit(tx -> mails.told(tx, job.payload()));
      case Handover.Later later ->
          Uni.createFrom().item(new JobOutcome.Retryable(later.detail(), later.after()));
      case Handover.Refused refused ->
          Uni.createFrom().item(new JobOutcome.Discarded(refused.detail()));
    };
  }
}
