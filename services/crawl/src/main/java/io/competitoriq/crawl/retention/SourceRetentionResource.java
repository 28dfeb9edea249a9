package io.competitoriq.crawl.retention;

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
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/// The same for one source, and its hold.
@Path("/retention/sources/{id}")
@RolesAllowed(Roles.ADMIN)
public class SourceRetentionResource {
  private final Retention retention;
  private final Holds holds;
  private final CurrentWorkspace workspace;

  SourceRetentionResource(Retention retention, Holds holds, CurrentWorkspace workspace) {
    this.retention = retention;
    this.holds = holds;
    this.workspace = workspace;
  }

  /// The rule that holds for the source, whosever it is.
  @GET
  public Uni<SourceRetentionView> get(@RestPath UUID id) {
    return retention.ofSource(place(id));
  }

  @PUT
  public Uni<SourceRetentionView> put(@RestPath UUID id, @NotNull @Valid Rule rule) {
    return retention.putOnSource(place(id), workspace.memberId(), rule);
  }

  /// Back to the workspace's rule.
  @DELETE
  public Uni<Void> delete(@RestPath UUID id) {
    return retention.removeFromSource(place(id), workspace.memberId());
  }

  /// Nothing of the source goes until the hold is lifted.
  @PUT
  @Path("/hold")
  public Uni<HoldView> hold(@RestPath UUID id, @NotNull @Valid PutHold wanted) {
    return retention.hold(place(id), workspace.memberId(), wanted.reason().strip());
  }

  @DELETE
  @Path("/hold")
  public Uni<Void> lift(@RestPath UUID id) {
    return holds.liftFromSource(workspace.id(), workspace.memberId(), id);
  }

  private Place place(UUID sourceId) {
    return new Place(workspace.id(), sourceId);
  }
}
