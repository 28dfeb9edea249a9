package io.competitoriq.analysis.battlecard;

import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The published versions of a card. They never change.
@Path("/battlecards/{id}")
public class VersionResource {

  private final Versions versions;
  private final Publications publications;
  private final CurrentWorkspace workspace;

  VersionResource(Versions versions, Publications publications, CurrentWorkspace workspace) {
    this.versions = versions;
    this.publications = publications;
    this.workspace = workspace;
  }

  /// Newest first.
  @GET
  @Path("/versions")
  @RolesAllowed(Roles.VIEWER)
  public Uni<List<VersionHead>> list(@RestPath UUID id) {
    return versions.list(workspace.id(), id);
  }

  @GET
  @Path("/versions/{number}")
  @RolesAllowed(Roles.VIEWER)
  public Uni<VersionView> get(@RestPath UUID id, @RestPath int number) {
    return versions.get(workspace.id(), id, number);
  }

  /// Publishes the approved draft.
  @POST
  @Path("/versions")
  @ResponseStatus(201)
  @RolesAllowed(Roles.ANALYST)
  public Uni<VersionHead> publish(
      @RestPath UUID id,
      @RestHeader("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Publication wanted) {
    return publications.publish(workspace.id(), workspace.memberId(), id, ifMatch, wanted);
  }

  /// Makes a version the draft.
  @POST
  @Path("/versions/{number}/restore")
  @ResponseStatus(204)
  @RolesAllowed(Roles.ANALYST)
  public Uni<Void> restore(
      @RestPath UUID id, @RestPath int number, @RestHeader("If-Match") @Nullable String ifMatch) {
    return publications.restore(workspace.id(), workspace.memberId(), id, ifMatch, number);
  }

  /// What differs between two versions, or a version and the draft.
  ///
  /// @param from a version's number, or `draft`
  /// @param to a version's number, or `draft`
  @GET
  @Path("/comparison")
  @RolesAllowed(Roles.ANALYST)
  public Uni<Comparison> compare(
      @RestPath UUID id,
      @RestQuery @DefaultValue("draft") String from,
      @RestQuery @DefaultValue("draft") String to) {
    return versions.compare(workspace.id(), id, from, to);
  }
}
