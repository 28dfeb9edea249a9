package io.competitoriq.analysis.story;

import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Stories: read, taken apart, put together.
@Path("/stories")
public class StoryResource {

  private final Stories stories;
  private final StoryReader reader;
  private final CurrentWorkspace workspace;

  StoryResource(Stories stories, StoryReader reader, CurrentWorkspace workspace) {
    this.stories = stories;
    this.reader = reader;
    this.workspace = workspace;
  }

  /// Last heard of first; `least` leaves out stories of fewer signals.
  @GET
  @RolesAllowed(Roles.VIEWER)
  public Uni<Page<StoryView>> list(
      @RestQuery @DefaultValue("1") int least,
      @RestQuery @Nullable String cursor,
      @RestQuery @DefaultValue("50") int limit) {
    return reader.list(
        workspace.id(), Math.max(1, least), Cursor.parse(cursor), Page.requireLimit(limit));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Roles.VIEWER)
  public Uni<StoryView> get(@RestPath UUID id) {
    return reader.get(workspace.id(), id);
  }

  /// Takes signals out of the story into one of their own; answers that one.
  @POST
  @Path("/{id}/split")
  @ResponseStatus(201)
  @RolesAllowed(Roles.ANALYST)
  public Uni<StoryView> split(@RestPath UUID id, @Valid @NotNull Choice choice) {
    return stories
        .split(workspace.id(), id, choice.signalIds())
        .chain(own -> reader.get(workspace.id(), own));
  }

  /// Brings signals into the story.
  @POST
  @Path("/{id}/join")
  @RolesAllowed(Roles.ANALYST)
  public Uni<StoryView> join(@RestPath UUID id, @Valid @NotNull Choice choice) {
    return reader
        .get(workspace.id(), id)
        .chain(story -> stories.join(workspace.id(), story.id(), choice.signalIds()))
        .chain(() -> reader.get(workspace.id(), id));
  }

  /// Some signals.
  public record Choice(@NotNull @Size(min = 1, max = 200) List<@NotNull UUID> signalIds) {}
}
