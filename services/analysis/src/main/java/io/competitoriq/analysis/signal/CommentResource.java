package io.competitoriq.analysis.signal;

import io.competitoriq.tenancy.CurrentWorkspace;
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
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// What members say about a signal.
@Path("/signals/{id}/comments")
public class CommentResource {

  private final Comments comments;
  private final CurrentWorkspace workspace;

  CommentResource(Comments comments, CurrentWorkspace workspace) {
    this.comments = comments;
    this.workspace = workspace;
  }

  /// Oldest first.
  @GET
  @RolesAllowed(Roles.VIEWER)
  public Uni<List<Comments.View>> list(@RestPath UUID id) {
    return comments.list(workspace.id(), id);
  }

  @POST
  @ResponseStatus(201)
  @RolesAllowed(Roles.ANALYST)
  public Uni<Comments.View> add(@RestPath UUID id, @Valid @NotNull NewComment comment) {
    Set<UUID> mentions = comment.mentions() == null ? Set.of() : comment.mentions();
    return comments.add(workspace.id(), id, workspace.memberId(), comment.body(), mentions);
  }

  @DELETE
  @Path("/{commentId}")
  @RolesAllowed(Roles.ANALYST)
  public Uni<Void> remove(@RestPath UUID id, @RestPath UUID commentId) {
    return comments.remove(workspace.id(), id, commentId, workspace.memberId());
  }

  /// @param mentions members named in it
  public record NewComment(
      @NotBlank @Size(max = 4000) String body,
      @Nullable @Size(max = 20) Set<@NotNull UUID> mentions) {}
}
