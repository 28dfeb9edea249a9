package io.competitoriq.analysis.battlecard;

import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Battlecards: found, read, made, put away. Viewers see what was published.
@Path("/battlecards")
public class BattlecardResource {

  private final Battlecards cards;
  private final Reader reader;
  private final CurrentWorkspace workspace;

  BattlecardResource(Battlecards cards, Reader reader, CurrentWorkspace workspace) {
    this.cards = cards;
    this.reader = reader;
    this.workspace = workspace;
  }

  /// Oldest first; for viewers only those that were published.
  @GET
  @RolesAllowed(Roles.VIEWER)
  public Uni<List<CardSummary>> list(
      @RestQuery @Nullable UUID competitorId, @Context SecurityContext who) {
    return cards.list(workspace.id(), competitorId, who.isUserInRole(Roles.ANALYST));
  }

  /// The published version with today's facts.
  @GET
  @Path("/{id}")
  @RolesAllowed(Roles.VIEWER)
  public Uni<CardView> read(@RestPath UUID id) {
    return reader.read(workspace.id(), id);
  }

  @POST
  @ResponseStatus(201)
  @RolesAllowed(Roles.ANALYST)
  public Uni<CardSummary> create(@Valid @NotNull NewCard wanted) {
    return cards.create(workspace.id(), workspace.memberId(), wanted);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Roles.ANALYST)
  public Uni<Void> archive(@RestPath UUID id) {
    return cards.archive(workspace.id(), workspace.memberId(), id);
  }

  /// Who did what to it, newest first.
  @GET
  @Path("/{id}/acts")
  @RolesAllowed(Roles.ANALYST)
  public Uni<List<Acts.View>> acts(@RestPath UUID id) {
    return cards.acts(workspace.id(), id);
  }
}
