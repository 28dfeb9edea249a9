package io.competitoriq.crawl.retention;

import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/// A single snapshot on hold.
@Path("/snapshots/{id}/hold")
@RolesAllowed(Roles.ADMIN)
public class SnapshotHoldResource {
  private final Holds holds;
  private final CurrentWorkspace workspace;

  SnapshotHoldResource(Holds holds, CurrentWorkspace workspace) {
    this.holds = holds;
    this.workspace = workspace;
  }

  /// Its bodies stay until the hold is lifted; 410 when they are gone already.
  @PUT
  public Uni<HoldView> put(@RestPath UUID id, @NotNull @Valid PutHold wanted) {
    return holds.placeOnSnapshot(
        new Holds.Wish(workspace.id(), workspace.memberId(), wanted.reason().strip()), id);
  }

  @DELETE
  public Uni<Void> delete(@RestPath UUID id) {
    return holds.liftFromSnapshot(workspace.id(), workspace.memberId(), id);
  }
}
