package io.competitoriq.crawl;

import io.competitoriq.crawl.collector.CollectorRegistry;
import io.competitoriq.crawl.fetch.Collected;
import io.competitoriq.crawl.politeness.Politeness;
import io.competitoriq.crawl.visit.Attempt;
import io.competitoriq.flags.Flag;
import io.competitoriq.flags.FlaggedJobs;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobHandler;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.messages.Collector;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A due source becomes a visit: may we go, what is there, what came of it.
@ApplicationScoped
class CollectSourceHandler implements JobHandler<CollectSource> {
  private final FlaggedJobs flagged;
  private final Politeness politeness;
  private final CollectorRegistry collectors;
  private final Conclusions conclusions;
  private final Clock clock;

  CollectSourceHandler(
      FlaggedJobs flagged,
      Politeness politeness,
      CollectorRegistry collectors,
      Conclusions conclusions,
      Clock clock) {
    this.flagged = flagged;
    this.politeness = politeness;
    this.collectors = collectors;
    this.conclusions = conclusions;
    this.clock = clock;
  }

  @Override
  public Uni<JobOutcome> handle(Job<CollectSource> job, JobContext context) {
    return flagged.whileOn(Flag.CRAWL, job, () -> visit(job, context));
  }

  private Uni<JobOutcome> visit(Job<CollectSource> job, JobContext context) {
    Attempt attempt = Attempt.of(job, clock.instant());
    return objection(attempt)
        .chain(
            objection ->
                objection
                    .map(known -> left(attempt, Duration.ZERO).replaceWith(known))
                    .orElseGet(() -> collect(attempt)))
        .chain(politeness::landing)
        .chain(collected -> conclusions.conclude(attempt, collected, context));
  }

  private Uni<Optional<Collected>> objection(Attempt attempt) {
    return attempt.visitsTheSite()
        ? politeness.objection(attempt.request().url(), attempt.request().slot())
        : Uni.createFrom().item(Optional.empty());
  }

  private Uni<Collected> collect(Attempt attempt) {
    Instant asked = clock.instant();
    return collectors
        .collect(attempt)
        .onItemOrFailure()
        .call((_, _) -> left(attempt, Duration.between(asked, clock.instant())));
  }

  /// A walk takes its time by intention.
  private Uni<Void> left(Attempt attempt, Duration took) {
    Duration judged = attempt.request().collector() == Collector.SITE ? Duration.ZERO : took;
    return attempt.visitsTheSite()
        ? politeness.left(attempt.request().url(), judged)
        : Uni.createFrom().voidItem();
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
