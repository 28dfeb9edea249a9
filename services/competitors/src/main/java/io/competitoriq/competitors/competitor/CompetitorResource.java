package io.competitoriq.competitors.competitor;

import io.competitoriq.competitors.source.AddSource;
import io.competitoriq.competitors.source.SourceView;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// `/competitors`: the companies the workspace watches, and their sources. `Location` is relative
/// to the request, so that it is right behind the gateway too.
@Path("/competitors")
@RolesAllowed(Roles.VIEWER)
public class CompetitorResource {

  private final CurrentWorkspace workspace;
  private final Competitors competitors;
  private final Tracking tracking;

  CompetitorResource(CurrentWorkspace workspace, Competitors competitors, Tracking tracking) {
    this.workspace = workspace;
    this.competitors = competitors;
    this.tracking = tracking;
  }

  @GET
  public Uni<Page<CompetitorView>> list(
      @QueryParam("q") @DefaultValue("") String like,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    return competitors.page(workspace.id(), like, cursor, limit);
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  public Uni<RestResponse<CompetitorView>> track(@NotNull @Valid TrackCompetitor wanted) {
    return tracking.track(workspace.id(), wanted).map(CompetitorResource::created);
  }

  @GET
  @Path("/{id}")
  public Uni<RestResponse<CompetitorView>> get(@RestPath UUID id) {
    return competitors.get(workspace.id(), id).map(CompetitorResource::tagged);
  }

  @PATCH
  @Path("/{id}")
  @RolesAllowed(Roles.ANALYST)
  public Uni<RestResponse<CompetitorView>> edit(
      @RestPath UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid EditCompetitor edit) {
    return competitors.edit(workspace.id(), id, ifMatch, edit).map(CompetitorResource::tagged);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Roles.ANALYST)
  public Uni<Void> archive(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return competitors.archive(workspace.id(), id, ifMatch);
  }

  @GET
  @Path("/{id}/sources")
  public Uni<Page<SourceView>> sources(@RestPath UUID id) {
    return competitors.sources(workspace.id(), id);
  }

  @POST
  @Path("/{id}/sources")
  @RolesAllowed(Roles.ANALYST)
  public Uni<RestResponse<SourceView>> addSource(
      @RestPath UUID id, @NotNull @Valid AddSource wanted) {
    return competitors
        .addSource(workspace.id(), id, wanted.checked())
        .map(CompetitorResource::created);
  }

  private static RestResponse<CompetitorView> tagged(CompetitorView view) {
    return RestResponse.ResponseBuilder.ok(view)
        .header(HttpHeaders.ETAG, EntityTags.of(view.version()))
        .build();
  }

  private static RestResponse<CompetitorView> created(CompetitorView view) {
    return RestResponse.ResponseBuilder.<CompetitorView>create(RestResponse.Status.CREATED)
        .entity(view)
        .header(HttpHeaders.LOCATION, "competitors/" + view.id())
        .header(HttpHeaders.ETAG, EntityTags.of(view.version()))
        .build();
  }

  private static RestResponse<SourceView> created(SourceView view) {
    return RestResponse.ResponseBuilder.<SourceView>create(RestResponse.Status.CREATED)
        .entity(view)
        .header(HttpHeaders.LOCATION, "../../sources/" + view.id())
        .header(HttpHeaders.ETAG, EntityTags.of(view.version()))
        .build();
  }
}
