package io.competitoriq.analysis.proposal;

import io.competitoriq.analysis.proposal.Proposals.ClaimPath;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/// What a model or the rules would change in a section of a card. Nothing changes until a person
/// accepts a claim.
@Path("/battlecards/{id}/proposals")
public class ProposalResource {

  private final Proposals proposals;
  private final CurrentWorkspace workspace;

  ProposalResource(Proposals proposals, CurrentWorkspace workspace) {
    this.proposals = proposals;
    this.workspace = workspace;
  }

  /// The newest first, at most 30.
  @GET
  @RolesAllowed(Roles.ANALYST)
  public Uni<List<ProposalView>> list(@RestPath UUID id) {
    return proposals.list(workspace.id(), id);
  }

  @POST
  @ResponseStatus(201)
  @RolesAllowed(Roles.ANALYST)
  public Uni<ProposalView> ask(@RestPath UUID id, @Valid @NotNull NewProposal wanted) {
    return proposals.ask(workspace.id(), workspace.memberId(), id, wanted);
  }

  /// Accepts one claim into the draft, or refuses it.
  @PUT
  @Path("/{proposalId}/claims/{claimId}")
  @RolesAllowed(Roles.ANALYST)
  public Uni<ProposalView> decide(
      @RestPath UUID id,
      @RestPath UUID proposalId,
      @RestPath UUID claimId,
      @Valid @NotNull DecisionRequest wanted) {
    return proposals.decide(
        workspace.id(),
        workspace.memberId(),
        new ClaimPath(id, proposalId, claimId),
        wanted.decision() == Verdict.ACCEPTED);
  }

  /// What is said to a claim.
  public record DecisionRequest(@NotNull Verdict decision) {}

  /// A claim that was decided on stays so.
  public enum Verdict {
    ACCEPTED,
    REFUSED
  }
}
