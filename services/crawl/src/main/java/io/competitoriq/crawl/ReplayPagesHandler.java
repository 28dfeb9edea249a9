package io.competitoriq.crawl;

import io.competitoriq.crawl.snapshot.ProcessQueueFull;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobHandler;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.jobs.JobOutcome.Snoozed;
import io.competitoriq.messages.ReplayPages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// The next version of each page of demo data becomes a visit and a snapshot, as if it had been
/// fetched; then the one after it is ordered.
@ApplicationScoped
class ReplayPagesHandler implements JobHandler<ReplayPages> {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final PastVersions past;

  ReplayPagesHandler(PastVersions past) {
    this.past = past;
  }

  @Override
  public Uni<JobOutcome> handle(Job<ReplayPages> job, JobContext context) {
    return past.areRead(job.workspaceId())
        .chain(
            read ->
                read
                    ? past.of(job)
                        .chain(versions -> context.commit(tx -> past.keep(tx, job, versions)))
                    : Uni.createFrom()
                        .item(new Snoozed(PAUSE, "The versions before are still being read.")))
        .onFailure(ProcessQueueFull.class)
        .recoverWithItem(full -> new Snoozed(PAUSE, String.valueOf(full.getMessage())));
  }

  @Override
  public String queue() {
    return ReplayPages.QUEUE;
  }

  @Override
  public String kind() {
    return ReplayPages.KIND;
  }

  @Override
  public Class<ReplayPages> payloadType() {
    return ReplayPages.class;
  }
}
