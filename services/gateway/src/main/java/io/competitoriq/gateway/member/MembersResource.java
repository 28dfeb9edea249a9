package io.competitoriq.gateway.member;

import io.competitoriq.gateway.audit.Origin;
import io.competitoriq.gateway.session.SessionConfig;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.gateway.session.Visitor;
import io.competitoriq.gateway.workspace.Workspaces;
import io.competitoriq.tenancy.Role;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.UUID;

/// The people of the workspace: whom a signal can be given to, who is meant by a name, and what
/// they may do here.
@Path("/api/v1/members")
public class MembersResource {

  private final Workspaces workspaces;
  private final Members members;
  private final SessionConfig config;

  MembersResource(Workspaces workspaces, Members members, SessionConfig config) {
    this.workspaces = workspaces;
    this.members = members;
    this.config = config;
  }

  /// All of them.
  ///
  /// @param me the one who asks
  record People(UUID me, List<Workspaces.Person> items) {}

  /// What a member becomes.
  record RoleChange(@NotNull Role role) {}

  @GET
  public Uni<People> list(@Context RoutingContext request) {
    SignedIn who = SignedIn.of(request);
    return workspaces.members(who.workspaceId()).map(people -> new People(who.memberId(), people));
  }

  @PATCH
  @Path("/{id}")
  public Uni<Void> changeRole(
      @Context RoutingContext request, UUID id, @Valid @NotNull RoleChange change) {
    return members.changeRole(SignedIn.of(request), origin(request), id, change.role());
  }

  @DELETE
  @Path("/{id}")
  public Uni<Void> remove(@Context RoutingContext request, UUID id) {
    return members.remove(SignedIn.of(request), origin(request), id);
  }

  /// Signs the member out of this workspace everywhere.
  @DELETE
  @Path("/{id}/sessions")
  public Uni<Void> endSessions(@Context RoutingContext request, UUID id) {
    return members.endSessions(SignedIn.of(request), origin(request), id);
  }

  private Origin origin(RoutingContext request) {
    return Visitor.of(request.request(), config.publicUrl()).origin();
  }
}
