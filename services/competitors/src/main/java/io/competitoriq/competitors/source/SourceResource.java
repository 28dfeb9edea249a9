package io.competitoriq.competitors.source;

import io.competitoriq.http.EntityTags;
import io.competitoriq.http.Page;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// `/sources`: pages and feeds the workspace watches.
@Path("/sources")
@RolesAllowed(Roles.VIEWER)
public class SourceResource {

  private final CurrentWorkspace workspace;
  private final Sources sources;

  SourceResource(CurrentWorkspace workspace, Sources sources) {
    this.workspace = workspace;
    this.sources = sources;
  }

  @GET
  public Uni<Page<SourceView>> list(
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    return sources.page(workspace.id(), cursor, limit);
  }

  @GET
  @Path("/{id}")
  public Uni<RestResponse<SourceView>> get(@RestPath UUID id) {
    return sources.get(workspace.id(), id).map(SourceResource::tagged);
  }

  @PATCH
  @Path("/{id}")
  @RolesAllowed(Roles.ANALYST)
  public Uni<RestResponse<SourceView>> edit(
      @RestPath UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid EditSource edit) {
    return sources.edit(workspace.id(), id, ifMatch, edit).map(SourceResource::tagged);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Roles.ANALYST)
  public Uni<Void> remove(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return sources.remove(workspace.id(), id, ifMatch);
  }

  @POST
  @Path("/{id}/visits")
  @RolesAllowed(Roles.ANALYST)
  @ResponseStatus(202)
  public Uni<VisitRequest> visit(@RestPath UUID id) {
    return sources.visit(workspace.id(), id);
  }

  private static RestResponse<SourceView> tagged(SourceView view) {
    return RestResponse.ResponseBuilder.ok(view)
        .header(HttpHeaders.ETAG, EntityTags.of(view.version()))
        .build();
  }
}
