package io.competitoriq.analysis.share;

import io.competitoriq.analysis.share.Sharing.Target;
import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Links that show one thing to whoever holds them.
@Path("/share-links")
public class ShareResource {

  private final ShareLinks links;
  private final CurrentWorkspace workspace;

  ShareResource(ShareLinks links, CurrentWorkspace workspace) {
    this.links = links;
    this.workspace = workspace;
  }

  /// Newest first, without their tokens.
  @GET
  @RolesAllowed(Roles.ANALYST)
  public Uni<Page<ShareLinks.View>> list(
      @RestQuery @Nullable UUID targetId,
      @RestQuery @Nullable String cursor,
      @RestQuery @DefaultValue("50") int limit) {
    return links.list(workspace.id(), targetId, Cursor.parse(cursor), Page.requireLimit(limit));
  }

  /// The answer holds the link, this once.
  @POST
  @ResponseStatus(201)
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @RolesAllowed(Roles.ANALYST)
  public Uni<ShareLinks.View> create(@Valid @NotNull NewLink wanted) {
    return links.create(
        workspace.memberId(),
        new Target(workspace.id(), wanted.kind(), wanted.targetId()),
        wanted.days());
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Roles.ANALYST)
  public Uni<Void> revoke(@RestPath UUID id) {
    return links.revoke(workspace.id(), id);
  }

  /// @param days how long it works, 1 to 90
  public record NewLink(
      @NotNull ShareKind kind, @NotNull UUID targetId, @Min(1) @Max(90) int days) {}
}
