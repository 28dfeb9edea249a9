package io.competitoriq.analysis;

import io.competitoriq.analysis.alert.Alerts;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobHandler;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.messages.CompileAlertDigest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// What an alert rule has collected becomes one message per channel.
@ApplicationScoped
class CompileAlertDigestHandler implements JobHandler<CompileAlertDigest> {

  private final Alerts alerts;

  CompileAlertDigestHandler(Alerts alerts) {
    this.alerts = alerts;
  }

  @Override
  public String queue() {
    return CompileAlertDigest.QUEUE;
  }

  @Override
  public String kind() {
    return CompileAlertDigest.KIND;
  }

  @Override
  public Class<CompileAlertDigest> payloadType() {
    return CompileAlertDigest.class;
  }

  @Override
  public Uni<JobOutcome> handle(Job<CompileAlertDigest> job, JobContext context) {
    CompileAlertDigest digest = job.payload();
    return context.commit(
        tx -> alerts.compile(tx, job.workspaceId(), digest.ruleId(), digest.dueAt()));
  }
}
