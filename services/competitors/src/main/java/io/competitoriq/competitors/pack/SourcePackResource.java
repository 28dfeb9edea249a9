package io.competitoriq.competitors.pack;

import io.competitoriq.http.Page;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// `/source-packs`: what of which kind of company is worth watching.
@Path("/source-packs")
@RolesAllowed(Roles.VIEWER)
public class SourcePackResource {

  private final CurrentWorkspace workspace;
  private final Packs packs;

  SourcePackResource(CurrentWorkspace workspace, Packs packs) {
    this.workspace = workspace;
    this.packs = packs;
  }

  @GET
  public Uni<Page<SourcePackView>> list(@QueryParam("discoveryId") @Nullable UUID discoveryId) {
    return packs.all(workspace.id(), discoveryId).map(all -> new Page<>(all, null));
  }
}
