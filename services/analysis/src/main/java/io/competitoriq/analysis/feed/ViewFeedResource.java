package io.competitoriq.analysis.feed;

import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Idempotency;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Feeds that show a view to whoever holds their address.
@Path("/view-feeds")
public class ViewFeedResource {

  private final ViewFeeds feeds;
  private final Idempotency idempotency;
  private final CurrentWorkspace workspace;

  ViewFeedResource(ViewFeeds feeds, Idempotency idempotency, CurrentWorkspace workspace) {
    this.idempotency = idempotency;
    this.feeds = feeds;
    this.workspace = workspace;
  }

  /// Oldest first, without their addresses.
  @GET
  @RolesAllowed(Roles.VIEWER)
  public Uni<List<ViewFeeds.View>> list() {
    return feeds.list(workspace.id());
  }

  /// The answer holds the feed's address, this once.
  @POST
  @ResponseStatus(201)
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @RolesAllowed(Roles.ANALYST)
  public Uni<ViewFeeds.View> create(
      @RestHeader(Idempotency.HEADER) @Nullable String key, @Valid @NotNull NewFeed wanted) {
    UUID id = workspace.id();
    UUID member = workspace.memberId();
    return idempotency.once(
        new Idempotency.Request(id, member, key, "/view-feeds", wanted),
        new Idempotency.Making<>(
            () -> feeds.create(id, member, wanted.name(), wanted.query()),
            ViewFeeds.View::id,
            made -> feeds.get(id, made)));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Roles.ANALYST)
  public Uni<Void> revoke(@RestPath UUID id) {
    return feeds.revoke(workspace.id(), id);
  }

  /// A feed as a person describes it.
  public record NewFeed(@NotBlank @Size(max = 100) String name, @Valid @NotNull ViewQuery query) {}
}
