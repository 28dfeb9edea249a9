package io.competitoriq.gateway.member;

import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.gateway.workspace.Workspaces;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;

/// The people of the workspace: whom a signal can be given to, and who is meant by a name.
@Path("/api/v1/members")
public class MembersResource {

  private final Workspaces workspaces;

  MembersResource(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  /// All of them.
  ///
  /// @param me the one who asks
  record Members(java.util.UUID me, List<Workspaces.Person> items) {}

  @GET
  public Uni<Members> list(@Context RoutingContext request) {
    SignedIn who = SignedIn.of(request);
    return workspaces.members(who.workspaceId()).map(people -> new Members(who.memberId(), people));
  }
}
