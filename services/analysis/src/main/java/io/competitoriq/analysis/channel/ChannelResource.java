package io.competitoriq.analysis.channel;

import io.competitoriq.http.EntityTags;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Idempotency;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Channels: everybody sees where people are told, administrators change it.
@Path("/channels")
public class ChannelResource {

  private final Channels channels;
  private final Idempotency idempotency;
  private final CurrentWorkspace workspace;

  ChannelResource(Channels channels, Idempotency idempotency, CurrentWorkspace workspace) {
    this.idempotency = idempotency;
    this.channels = channels;
    this.workspace = workspace;
  }

  /// Oldest first.
  @GET
  @RolesAllowed(Roles.VIEWER)
  public Uni<List<ChannelView>> list() {
    return channels.list(workspace.id());
  }

  /// A webhook's answer holds its signing secret, this once; a repeat's does not.
  @POST
  @ResponseStatus(201)
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @RolesAllowed(Roles.ADMIN)
  public Uni<ChannelView> create(
      @RestHeader(Idempotency.HEADER) @Nullable String key, @Valid @NotNull ChannelRequest wanted) {
    UUID id = workspace.id();
    UUID member = workspace.memberId();
    return idempotency.once(
        new Idempotency.Request(id, member, key, "/channels", wanted),
        new Idempotency.Making<>(
            () -> channels.create(id, member, wanted),
            ChannelView::id,
            made -> channels.get(id, made)));
  }

  @PATCH
  @Path("/{id}")
  @RolesAllowed(Roles.ADMIN)
  public Uni<RestResponse<ChannelView>> edit(
      @RestPath UUID id,
      @RestHeader("If-Match") @Nullable String ifMatch,
      @Valid ChannelRequest.@NotNull Edit edit) {
    return channels
        .edit(act(id), edit, ifMatch)
        .map(
            view ->
                RestResponse.ResponseBuilder.ok(view)
                    .header("ETag", EntityTags.of(view.version()))
                    .build());
  }

  @POST
  @Path("/{id}/secret")
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @RolesAllowed(Roles.ADMIN)
  public Uni<ChannelView> renewSecret(@RestPath UUID id) {
    return channels.renewSecret(act(id));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Roles.ADMIN)
  public Uni<Void> archive(@RestPath UUID id) {
    return channels.archive(act(id));
  }

  private Channels.Act act(UUID id) {
    return new Channels.Act(workspace.id(), workspace.memberId(), id);
  }
}
