package io.competitoriq.competitors.competitor;

import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/// `/competitors/{id}/packs`: a source pack for a competitor that is watched already.
@Path("/competitors/{id}/packs")
@RolesAllowed(Roles.ANALYST)
public class CompetitorPackResource {

  private final CurrentWorkspace workspace;
  private final PackApplying packs;

  CompetitorPackResource(CurrentWorkspace workspace, PackApplying packs) {
    this.workspace = workspace;
    this.packs = packs;
  }

  @POST
  public Uni<AppliedPackView> apply(@RestPath UUID id, @NotNull @Valid ApplyPack wanted) {
    return packs.apply(workspace.id(), id, wanted);
  }
}
