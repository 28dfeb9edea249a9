package io.competitoriq.analysis.delivery;

import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/// Sends a channel a test; its delivery says how that went.
@Path("/channels/{id}/test")
public class ChannelTestResource {

  private final Deliveries deliveries;
  private final CurrentWorkspace workspace;

  ChannelTestResource(Deliveries deliveries, CurrentWorkspace workspace) {
    this.deliveries = deliveries;
    this.workspace = workspace;
  }

  @POST
  @ResponseStatus(202)
  @RolesAllowed(Roles.ANALYST)
  public Uni<DeliveryView> test(@RestPath UUID id) {
    return deliveries.test(workspace.id(), id);
  }
}
