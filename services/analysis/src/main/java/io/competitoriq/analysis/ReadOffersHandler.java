package io.competitoriq.analysis;

import io.competitoriq.analysis.offer.OfferReader;
import io.competitoriq.analysis.offer.OfferReader.Outcome;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobHandler;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.messages.KeepOffers;
import io.competitoriq.messages.ReadOffers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// A page whose offers our rules do not read is read by the model; what it read goes back to be
/// checked.
@ApplicationScoped
class ReadOffersHandler implements JobHandler<ReadOffers> {

  private final OfferReader reader;
  private final JobQueue jobs;

  ReadOffersHandler(OfferReader reader, JobQueue jobs) {
    this.reader = reader;
    this.jobs = jobs;
  }

  @Override
  public String queue() {
    return ReadOffers.QUEUE;
  }

  @Override
  public String kind() {
    return ReadOffers.KIND;
  }

  @Override
  public Class<ReadOffers> payloadType() {
    return ReadOffers.class;
  }

  @Override
  public Uni<JobOutcome> handle(Job<ReadOffers> job, JobContext context) {
    return reader
        .read(job.workspaceId(), job.payload().documentId())
        .chain(outcome -> conclude(job, context, outcome));
  }

  private Uni<JobOutcome> conclude(Job<ReadOffers> job, JobContext context, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Read read ->
          context.commit(tx -> jobs.enqueue(tx, kept(job, read)).replaceWithVoid());
      case Outcome.Nothing nothing -> answer(new JobOutcome.Discarded(nothing.reason()));
      case Outcome.Later later ->
          answer(new JobOutcome.Retryable(later.reason(), later.after().orElse(null)));
      case Outcome.Paused paused -> answer(new JobOutcome.Snoozed(paused.after(), paused.reason()));
    };
  }

  private static NewJob kept(Job<ReadOffers> job, Outcome.Read read) {
    ReadOffers asked = job.payload();
    return NewJob.of(
            KeepOffers.QUEUE,
            KeepOffers.KIND,
            job.workspaceId(),
            new KeepOffers(
                asked.sourceId(),
                asked.documentId(),
                asked.textSha256(),
                read.model(),
                read.promptVersion(),
                read.offers()))
        .dedup("offers " + asked.sourceId() + " " + asked.textSha256());
  }

  private static Uni<JobOutcome> answer(JobOutcome outcome) {
    return Uni.createFrom().item(outcome);
  }
}
