package io.competitoriq.competitors.lifecycle;

import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.competitoriq.tenancy.WorkspaceRows;
import io.competitoriq.tenancy.WorkspaceRows.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What the gateway asks when an owner takes everything along or has the workspace erased. No route
/// leads here from outside.
@Path("/workspace")
@RolesAllowed(Roles.OWNER)
public class LifecycleResource {

  private static final List<Kind> KINDS =
      List.of(new Kind("competitors", "competitor"), new Kind("sources", "source"));

  private final WorkspaceRows rows;
  private final CurrentWorkspace workspace;

  LifecycleResource(WorkspaceRows rows, CurrentWorkspace workspace) {
    this.rows = rows;
    this.workspace = workspace;
  }

  /// The kinds of which there is something to take along.
  @GET
  @Path("/rows")
  public List<String> kinds() {
    return Kind.names(KINDS);
  }

  @GET
  @Path("/rows/{kind}")
  public Uni<WorkspaceRows.Lines> page(@RestPath String kind, @RestQuery @Nullable UUID after) {
    return rows.page(workspace.id(), Kind.named(KINDS, kind), after);
  }

  /// Forgets some rows; none when nothing is left.
  @POST
  @Path("/forgetting")
  public Uni<WorkspaceRows.Forgotten> forget() {
    return rows.forget(workspace.id());
  }
}
