package io.competitoriq.process.change;

import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Changes: confirmed, waiting and suppressed, each with its reason.
@Path("/changes")
public class ChangeResource {

  private final Changes changes;
  private final Diffs diffs;
  private final CurrentWorkspace workspace;

  ChangeResource(Changes changes, Diffs diffs, CurrentWorkspace workspace) {
    this.changes = changes;
    this.diffs = diffs;
    this.workspace = workspace;
  }

  /// Newest first.
  @GET
  @RolesAllowed(Roles.VIEWER)
  public Uni<Page<ChangeView>> list(
      @RestQuery @Nullable UUID competitorId,
      @RestQuery @Nullable UUID sourceId,
      @RestQuery @Nullable String cursor,
      @RestQuery @DefaultValue("50") int limit) {
    return changes.list(
        workspace.id(), competitorId, sourceId, Cursor.parse(cursor), Page.requireLimit(limit));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Roles.VIEWER)
  public Uni<ChangeView> get(@RestPath UUID id) {
    return changes.get(workspace.id(), id);
  }

  /// The two versions side by side; what was ignored is shown with the reason.
  @GET
  @Path("/{id}/diff")
  @RolesAllowed(Roles.VIEWER)
  public Uni<DiffView> diff(@RestPath UUID id) {
    return diffs.of(workspace.id(), id);
  }
}
