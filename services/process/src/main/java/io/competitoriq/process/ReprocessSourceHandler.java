package io.competitoriq.process;

import io.competitoriq.flags.Flag;
import io.competitoriq.flags.FlaggedJobs;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobHandler;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.messages.ReprocessSource;
import io.competitoriq.process.reprocess.Reprocessings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// A stored snapshot is read again by a newer extractor; its facts follow, and nobody is told.
@ApplicationScoped
class ReprocessSourceHandler implements JobHandler<ReprocessSource> {

  private final FlaggedJobs flagged;
  private final Reprocessings reprocessings;

  ReprocessSourceHandler(FlaggedJobs flagged, Reprocessings reprocessings) {
    this.flagged = flagged;
    this.reprocessings = reprocessings;
  }

  @Override
  public String queue() {
    return ReprocessSource.QUEUE;
  }

  @Override
  public String kind() {
    return ReprocessSource.KIND;
  }

  @Override
  public Class<ReprocessSource> payloadType() {
    return ReprocessSource.class;
  }

  @Override
  public Uni<JobOutcome> handle(Job<ReprocessSource> job, JobContext context) {
    return flagged.whileOn(
        Flag.PROCESS, job, () -> reprocessings.run(job.workspaceId(), job.payload(), context));
  }
}
