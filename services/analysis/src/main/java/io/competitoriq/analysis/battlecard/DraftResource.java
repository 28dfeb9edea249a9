package io.competitoriq.analysis.battlecard;

import io.competitoriq.http.EntityTags;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// What is being written of a card. Every change needs the version it was made on.
@Path("/battlecards/{id}")
public class DraftResource {

  private final Drafts drafts;
  private final CurrentWorkspace workspace;

  DraftResource(Drafts drafts, CurrentWorkspace workspace) {
    this.drafts = drafts;
    this.workspace = workspace;
  }

  @GET
  @Path("/draft")
  @RolesAllowed(Roles.ANALYST)
  public Uni<RestResponse<DraftView>> get(@RestPath UUID id) {
    return drafts.get(workspace.id(), id).map(DraftResource::tagged);
  }

  /// All of it anew.
  @PUT
  @Path("/draft")
  @RolesAllowed(Roles.ANALYST)
  public Uni<RestResponse<DraftView>> replace(
      @RestPath UUID id,
      @RestHeader("If-Match") @Nullable String ifMatch,
      @Valid @NotNull DraftRequest wanted) {
    return drafts
        .replace(workspace.id(), workspace.memberId(), id, ifMatch, wanted)
        .map(DraftResource::tagged);
  }

  /// Adds a prose block, with where it is written, at the end of a section.
  @POST
  @Path("/blocks")
  @RolesAllowed(Roles.ANALYST)
  public Uni<RestResponse<DraftView>> add(
      @RestPath UUID id,
      @RestHeader("If-Match") @Nullable String ifMatch,
      @Valid @NotNull NewBlock block) {
    return drafts
        .add(workspace.id(), workspace.memberId(), id, ifMatch, block)
        .map(DraftResource::tagged);
  }

  /// Sends it to review, approves it, or makes it a draft again.
  @PUT
  @Path("/state")
  @RolesAllowed(Roles.ANALYST)
  public Uni<RestResponse<DraftView>> move(
      @RestPath UUID id,
      @RestHeader("If-Match") @Nullable String ifMatch,
      @Valid @NotNull StateRequest wanted) {
    return drafts
        .move(workspace.id(), workspace.memberId(), id, ifMatch, wanted.state())
        .map(DraftResource::tagged);
  }

  private static RestResponse<DraftView> tagged(DraftView view) {
    return RestResponse.ResponseBuilder.ok(view)
        .header("ETag", EntityTags.of(view.version()))
        .build();
  }

  /// @param state IN_REVIEW, APPROVED or DRAFT; publishing makes a version
  public record StateRequest(@NotNull CardState state) {}
}
