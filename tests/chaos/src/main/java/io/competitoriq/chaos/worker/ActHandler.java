package io.competitoriq.chaos.worker;

import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobHandler;
import io.competitoriq.jobs.JobOutcome;
import io.smallrye.mutiny.Uni;

/// Acts of one queue.
record ActHandler(String queue, Actor actor) implements JobHandler<Act> {

  @Override
  public String kind() {
    return Act.KIND;
  }

  @Override
  public Class<Act> payloadType() {
    return Act.class;
  }

  @Override
  public Uni<JobOutcome> handle(Job<Act> job, JobContext context) {
    return actor.play(job, context);
  }
}
