package io.competitoriq.analysis;

import io.competitoriq.analysis.digest.Compilation;
import io.competitoriq.analysis.digest.Compilation.Due;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobHandler;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.messages.CompileDigest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// A period that is over becomes one edition of a digest, with what was checked, and its messages.
@ApplicationScoped
class CompileDigestHandler implements JobHandler<CompileDigest> {

  /// What was checked is worth waiting a minute for, not an edition.
  private static final int PATIENT_ATTEMPTS = 4;

  private final Compilation compilation;

  CompileDigestHandler(Compilation compilation) {
    this.compilation = compilation;
  }

  @Override
  public String queue() {
    return CompileDigest.QUEUE;
  }

  @Override
  public String kind() {
    return CompileDigest.KIND;
  }

  @Override
  public Class<CompileDigest> payloadType() {
    return CompileDigest.class;
  }

  @Override
  public Uni<JobOutcome> handle(Job<CompileDigest> job, JobContext context) {
    CompileDigest wanted = job.payload();
    return compilation
        .due(job.workspaceId(), wanted.digestId(), wanted.dueAt())
        .chain(
            due ->
                due.map(found -> publish(job, context, found))
                    .orElseGet(() -> Uni.createFrom().item(new JobOutcome.Completed())));
  }

  private Uni<JobOutcome> publish(Job<CompileDigest> job, JobContext context, Due due) {
    return due.checked().isEmpty() && job.attempt() < PATIENT_ATTEMPTS
        ? Uni.createFrom().item(new JobOutcome.Retryable("the crawl service did not answer"))
        : context.commit(tx -> compilation.publish(tx, job.workspaceId(), due));
  }
}
