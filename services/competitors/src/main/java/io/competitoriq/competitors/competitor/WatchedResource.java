package io.competitoriq.competitors.competitor;

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
import org.jboss.resteasy.reactive.RestPath;

/// What the gateway joins with the answers of other services. Not for clients.
@Path("/")
@RolesAllowed(Roles.VIEWER)
public class WatchedResource {

  private final CurrentWorkspace workspace;
  private final Watched watched;
  private final Competitors competitors;

  WatchedResource(CurrentWorkspace workspace, Watched watched, Competitors competitors) {
    this.workspace = workspace;
    this.watched = watched;
    this.competitors = competitors;
  }

  /// The names of those ids that are this workspace's, in any order.
  @POST
  @Path("/competitor-names")
  public Uni<List<CompetitorName>> names(@NotNull @Size(max = 200) List<UUID> ids) {
    return watched.names(workspace.id(), ids);
  }

  /// What a competitor's page begins with.
  @GET
  @Path("/watched-competitors/{id}")
  public Uni<WatchedCompetitor> competitor(@RestPath UUID id) {
    return competitors.watched(workspace.id(), id);
  }

  @GET
  @Path("/watch-tally")
  public Uni<WatchTally> tally() {
    return watched.tally(workspace.id());
  }
}
