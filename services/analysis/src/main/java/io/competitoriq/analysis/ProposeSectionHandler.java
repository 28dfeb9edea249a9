package io.competitoriq.analysis;

import io.competitoriq.analysis.proposal.Proposals;
import io.competitoriq.analysis.proposal.Proposed;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobHandler;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.messages.ProposeSection;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// A section of a battlecard gets a model's proposal, or the reason why there is none.
@ApplicationScoped
class ProposeSectionHandler implements JobHandler<ProposeSection> {

  private final Proposals proposals;
  private final WorkspaceTransactions transactions;

  ProposeSectionHandler(Proposals proposals, WorkspaceTransactions transactions) {
    this.proposals = proposals;
    this.transactions = transactions;
  }

  @Override
  public String queue() {
    return ProposeSection.QUEUE;
  }

  @Override
  public String kind() {
    return ProposeSection.KIND;
  }

  @Override
  public Class<ProposeSection> payloadType() {
    return ProposeSection.class;
  }

  @Override
  public Uni<JobOutcome> handle(Job<ProposeSection> job, JobContext context) {
    return proposals
        .make(job.workspaceId(), job.payload())
        .chain(proposed -> conclude(job, context, proposed));
  }

  private Uni<JobOutcome> conclude(Job<ProposeSection> job, JobContext context, Proposed proposed) {
    return switch (proposed) {
      case Proposed.Already _ -> Uni.createFrom().item(new JobOutcome.Completed());
      case Proposed.Ready _, Proposed.Failed _ ->
          context.commit(tx -> proposals.settle(tx, job.payload().proposalId(), proposed));
      case Proposed.Later later ->
          (job.lastAttempt() ? settled(job, proposed) : Uni.createFrom().voidItem())
              .replaceWith(new JobOutcome.Retryable(later.reason(), later.after().orElse(null)));
      case Proposed.Paused paused ->
          settled(job, proposed)
              .replaceWith(new JobOutcome.Snoozed(paused.after(), paused.reason()));
    };
  }

  private Uni<Void> settled(Job<ProposeSection> job, Proposed proposed) {
    return transactions.in(
        job.workspaceId(), tx -> proposals.settle(tx, job.payload().proposalId(), proposed));
  }
}
