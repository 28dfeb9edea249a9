package io.competitoriq.process.change;

import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;

/// What whoever plans visits asks. A POST because there may be hundreds of sources in a question;
/// the gateway does not lead here.
@Path("/change-tallies")
@RolesAllowed(Roles.VIEWER)
public class ChangeTallyResource {

  private final ChangeTallies tallies;
  private final CurrentWorkspace workspace;

  ChangeTallyResource(ChangeTallies tallies, CurrentWorkspace workspace) {
    this.tallies = tallies;
    this.workspace = workspace;
  }

  /// How often each of the sources changed, confirmed changes only.
  @POST
  public Uni<List<ChangeTally>> tallies(@NotNull @Valid WantedTallies wanted) {
    return tallies.of(workspace.id(), wanted.sources());
  }
}
