package io.competitoriq.competitors;

import io.competitoriq.competitors.discovery.Discoveries;
import io.competitoriq.competitors.discovery.Explored;
import io.competitoriq.competitors.discovery.SiteExplorer;
import io.competitoriq.competitors.source.PageUrl;
import io.competitoriq.flags.Flag;
import io.competitoriq.flags.FlaggedJobs;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobHandler;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.messages.DiscoverSources;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// An address somebody gave becomes suggestions of what to watch: explore the site, show each step,
/// write the result with the job's completion.
@ApplicationScoped
class DiscoverSourcesHandler implements JobHandler<DiscoverSources> {

  private static final Explored BROKEN =
      new Explored.Failed("Something went wrong on our side while looking around. Try again.");

  private final FlaggedJobs flagged;
  private final Discoveries discoveries;
  private final SiteExplorer explorer;

  DiscoverSourcesHandler(FlaggedJobs flagged, Discoveries discoveries, SiteExplorer explorer) {
    this.flagged = flagged;
    this.discoveries = discoveries;
    this.explorer = explorer;
  }

  @Override
  public String queue() {
    return DiscoverSources.QUEUE;
  }

  @Override
  public String kind() {
    return DiscoverSources.KIND;
  }

  @Override
  public Class<DiscoverSources> payloadType() {
    return DiscoverSources.class;
  }

  @Override
  public Uni<JobOutcome> handle(Job<DiscoverSources> job, JobContext context) {
    return flagged.whileOn(Flag.CRAWL, job, () -> discover(job, context));
  }

  private Uni<JobOutcome> discover(Job<DiscoverSources> job, JobContext context) {
    UUID workspaceId = job.workspaceId();
    UUID id = job.payload().discoveryId();
    return discoveries
        .isRunning(workspaceId, id)
        .chain(
            running ->
                running
                    ? explore(job).chain(result -> finish(job, context, result))
                    : Uni.createFrom().item(new JobOutcome.Completed()));
  }

  private Uni<Explored> explore(Job<DiscoverSources> job) {
    UUID workspaceId = job.workspaceId();
    UUID id = job.payload().discoveryId();
    Uni<Explored> explored =
        explorer.explore(
            id,
            PageUrl.of(job.payload().url()),
            (stage, findings) -> discoveries.progress(workspaceId, id, stage, findings));
    return job.lastAttempt() ? explored.onFailure().recoverWithItem(BROKEN) : explored;
  }

  private Uni<JobOutcome> finish(Job<DiscoverSources> job, JobContext context, Explored result) {
    return context.commit(
        tx -> discoveries.finish(tx, job.workspaceId(), job.payload().discoveryId(), result));
  }
}
