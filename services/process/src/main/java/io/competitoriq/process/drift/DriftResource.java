package io.competitoriq.process.drift;

import io.competitoriq.process.drift.ReadVersions.Whose;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Sources whose pages answer and say much less than they used to.
@Path("/")
@RolesAllowed(Roles.VIEWER)
public class DriftResource {

  private final Drifts drifts;
  private final CurrentWorkspace workspace;

  DriftResource(Drifts drifts, CurrentWorkspace workspace) {
    this.drifts = drifts;
    this.workspace = workspace;
  }

  /// Of one competitor or of all; sources that did not drift are left out.
  @GET
  @Path("/drifts")
  public Uni<List<Drift>> list(@RestQuery @Nullable UUID competitorId) {
    return drifts.of(
        workspace.id(),
        competitorId == null ? new Whose.Everybody() : new Whose.Competitor(competitorId));
  }

  /// Of those sources; what the gateway lays beside a page of them, not for clients.
  @POST
  @Path("/source-drifts")
  public Uni<List<Drift>> ofSources(@NotNull @Size(max = 200) List<UUID> sources) {
    return sources.isEmpty()
        ? Uni.createFrom().item(List.of())
        : drifts.of(workspace.id(), new Whose.Sources(sources));
  }
}
