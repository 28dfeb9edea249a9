package io.competitoriq.competitors.discovery;

import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// `/discoveries`: what is there to watch behind an address?
@Path("/discoveries")
@RolesAllowed(Roles.VIEWER)
public class DiscoveryResource {

  private final CurrentWorkspace workspace;
  private final Discoveries discoveries;

  DiscoveryResource(CurrentWorkspace workspace, Discoveries discoveries) {
    this.workspace = workspace;
    this.discoveries = discoveries;
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  public Uni<RestResponse<DiscoveryView>> start(@NotNull @Valid StartDiscovery wanted) {
    return discoveries.start(workspace.id(), wanted).map(DiscoveryResource::accepted);
  }

  @GET
  @Path("/{id}")
  public Uni<DiscoveryView> get(@RestPath UUID id) {
    return discoveries.get(workspace.id(), id);
  }

  private static RestResponse<DiscoveryView> accepted(DiscoveryView view) {
    return RestResponse.ResponseBuilder.<DiscoveryView>create(202)
        .entity(view)
        .header(HttpHeaders.LOCATION, "discoveries/" + view.id())
        .build();
  }
}
