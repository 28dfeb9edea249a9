package io.competitoriq.process.search;

import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/// What the service for analysis asks when somebody has a question. Not an address of the gateway.
@Path("/searches")
@RolesAllowed(Roles.VIEWER)
public class SearchResource {

  private final Searches searches;
  private final CurrentWorkspace workspace;

  SearchResource(Searches searches, CurrentWorkspace workspace) {
    this.searches = searches;
    this.workspace = workspace;
  }

  /// Reads only; a question too long for an address.
  @POST
  public Uni<Found> search(@NotNull @Valid Search search) {
    return searches.run(workspace.id(), search);
  }
}
