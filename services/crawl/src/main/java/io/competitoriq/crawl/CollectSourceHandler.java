package io.competitoriq.crawl;

import io.competitoriq.crawl.collector.CollectorRegistry;
import io.competitoriq.crawl.fetch.Collected;
import io.competitoriq.crawl.politeness.Politeness;
import io.competitoriq.crawl.snapshot.Snapshots;
import io.competitoriq.crawl.visit.Attempt;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobHandler;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.messages.CollectSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/// A due source becomes a visit: may we go, what is there, what came of it.
@ApplicationScoped
class CollectSourceHandler implements JobHandler<CollectSource> {
  private final Politeness politeness;
  private final Snapshots snapshots;
  private final CollectorRegistry collectors;
  private final Conclusions conclusions;
  private final Clock clock;

  CollectSourceHandler(
      Politeness politeness,
      Snapshots snapshots,
      CollectorRegistry collectors,
      Conclusions conclusions,
      Clock clock) {
    this.politeness = politeness;
    this.snapshots = snapshots;
    this.collectors = collectors;
    this.conclusions = conclusions;
    this.clock = clock;
  }

  @Override
  public Uni<JobOutcome> handle(Job<CollectSource> job, JobContext context) {
    Attempt attempt = Attempt.of(job, clock.instant().truncatedTo(ChronoUnit.MICROS));
    return politeness
        .objection(job.payload().url())
        .chain(objection -> objection.map(Uni.createFrom()::item).orElseGet(() -> collect(attempt)))
        .chain(collected -> conclusions.conclude(attempt, collected, context));
  }

  private Uni<Collected> collect(Attempt attempt) {
    return snapshots
        .validators(attempt.workspaceId(), attempt.request())
        .chain(known -> collectors.collect(attempt.request(), known))
        .chain(politeness::landing);
  }

  @Override
  public String queue() {
    return CollectSource.QUEUE;
  }

  @Override
  public String kind() {
    return CollectSource.KIND;
  }

  @Override
  public Class<CollectSource> payloadType() {
    return CollectSource.class;
  }
}
