package io.competitoriq.process;

import static java.time.Duration.ofSeconds;

import io.competitoriq.flags.Flag;
import io.competitoriq.flags.FlaggedJobs;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobHandler;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.messages.KeepOffers;
import io.competitoriq.process.assisted.AssistedReadings;
import io.competitoriq.process.assisted.AssistedReadings.Ground;
import io.competitoriq.process.assisted.AssistedReadings.Judged;
import io.competitoriq.process.change.Changes;
import io.competitoriq.process.change.SignalQueueFull;
import io.competitoriq.process.document.Documents;
import io.competitoriq.process.evidence.Version;
import io.competitoriq.process.fact.Facts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Offers a model read become facts, as far as the page's own words carry them, and a signal when
/// they differ from what was read before.
@ApplicationScoped
class KeepOffersHandler implements JobHandler<KeepOffers> {

  private final FlaggedJobs flagged;
  private final AssistedReadings readings;
  private final Documents documents;
  private final Facts facts;
  private final Changes changes;

  KeepOffersHandler(
      FlaggedJobs flagged,
      AssistedReadings readings,
      Documents documents,
      Facts facts,
      Changes changes) {
    this.flagged = flagged;
    this.readings = readings;
    this.documents = documents;
    this.facts = facts;
    this.changes = changes;
  }

  @Override
  public String queue() {
    return KeepOffers.QUEUE;
  }

  @Override
  public String kind() {
    return KeepOffers.KIND;
  }

  @Override
  public Class<KeepOffers> payloadType() {
    return KeepOffers.class;
  }

  @Override
  public Uni<JobOutcome> handle(Job<KeepOffers> job, JobContext context) {
    return flagged.whileOn(Flag.PROCESS, job, () -> read(job, context));
  }

  private Uni<JobOutcome> read(Job<KeepOffers> job, JobContext context) {
    return readings
        .ground(job.workspaceId(), job.payload())
        .chain(
            ground ->
                ground
                    .map(known -> keep(job, context, known))
                    .orElseGet(
                        () ->
                            Uni.createFrom().item(new JobOutcome.Discarded("the source is gone"))));
  }

  private Uni<JobOutcome> keep(Job<KeepOffers> job, JobContext context, Ground ground) {
    return context
        .compute(() -> AssistedReadings.judge(job.payload(), ground))
        .chain(judged -> context.commit(tx -> store(tx, job, ground, judged)))
        .onFailure(SourceMovedOn.class)
        .recoverWithItem(
            moved -> new JobOutcome.Snoozed(ofSeconds(1), String.valueOf(moved.getMessage())))
        .onFailure(SignalQueueFull.class)
        .recoverWithItem(
            full -> new JobOutcome.Snoozed(ofSeconds(30), String.valueOf(full.getMessage())));
  }

  private Uni<Void> store(
      Mutiny.Session session, Job<KeepOffers> job, Ground ground, Judged judged) {
    UUID workspaceId = job.workspaceId();
    UUID sourceId = job.payload().sourceId();
    return documents
        .lock(session, sourceId)
        .chain(() -> documents.latestId(session, sourceId))
        .invoke(
            latest -> {
              if (!latest.equals(Optional.of(ground.now().documentId()))) {
                throw new SourceMovedOn(sourceId);
              }
            })
        .chain(() -> readings.remember(session, workspaceId, job.payload(), judged))
        .chain(
            () ->
                facts.apply(
                    session,
                    workspaceId,
                    ground.snapshot(),
                    ground.now(),
                    judged.findings().facts()))
        .chain(() -> tell(session, workspaceId, ground, judged));
  }

  private Uni<Void> tell(Mutiny.Session session, UUID workspaceId, Ground ground, Judged judged) {
    Version then = ground.then();
    return then == null || judged.findings().found().isEmpty()
        ? Uni.createFrom().voidItem()
        : changes.applyOnce(
            session,
            workspaceId,
            ground.snapshot(),
            ground.title(),
            then,
            ground.now(),
            judged.findings());
  }
}
