package io.competitoriq.process.fact;

import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/// What people say a fact is, beside what was read. Holds through every further visit.
@Path("/facts/{id}")
public class FactOverrideResource {

  private final Overrides overrides;
  private final CurrentWorkspace workspace;

  FactOverrideResource(Overrides overrides, CurrentWorkspace workspace) {
    this.overrides = overrides;
    this.workspace = workspace;
  }

  @PUT
  @Path("/override")
  @RolesAllowed(Roles.ANALYST)
  public Uni<FactView> put(@RestPath UUID id, @NotNull @Valid PutOverride wanted) {
    return overrides.put(
        workspace.id(), workspace.memberId(), id, wanted.value(), wanted.note().strip());
  }

  /// Back to what was read; what was said stays in the history.
  @DELETE
  @Path("/override")
  @RolesAllowed(Roles.ANALYST)
  public Uni<FactView> withdraw(@RestPath UUID id) {
    return overrides.withdraw(workspace.id(), workspace.memberId(), id);
  }

  /// Who said what when, newest first.
  @GET
  @Path("/overrides")
  @RolesAllowed(Roles.VIEWER)
  public Uni<List<OverrideView>> history(@RestPath UUID id) {
    return overrides.history(workspace.id(), id);
  }
}
