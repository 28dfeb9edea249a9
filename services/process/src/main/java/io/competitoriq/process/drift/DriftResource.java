package io.competitoriq.process.drift;

import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Sources whose pages answer and say much less than they used to.
@Path("/drifts")
public class DriftResource {

  private final Drifts drifts;
  private final CurrentWorkspace workspace;

  DriftResource(Drifts drifts, CurrentWorkspace workspace) {
    this.drifts = drifts;
    this.workspace = workspace;
  }

  /// Of one competitor or of all; sources that did not drift are left out.
  @GET
  @RolesAllowed(Roles.VIEWER)
  public Uni<List<Drift>> list(@RestQuery @Nullable UUID competitorId) {
    return drifts.of(workspace.id(), competitorId);
  }
}
